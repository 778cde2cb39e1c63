mkdir model && printf '\100\0\0\0\0\0\0\0%-64s\0\0\0\0\0\0\0\0' '{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}' > shard
cat shard shard > model/model.safetensors
optml check model --select damaged-weights --format concise
mv shard model/model.safetensors
optml check model --select damaged-weights --format concise
