mkdir model && printf '\100\0\0\0\0\0\0\0%-64s\0\0\0\0\0\0\0' '{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}' > model/model.safetensors
optml check model --select truncated-weights --format concise
printf '\100\0\0\0\0\0\0\0%-64s\0\0\0\0\0\0\0\0' '{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}' > model/model.safetensors
optml check model --select truncated-weights --format concise
