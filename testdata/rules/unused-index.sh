mkdir model && printf '\100\0\0\0\0\0\0\0%-64s\0\0\0\0\0\0\0\0' '{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}' > model/model.safetensors
echo '{"weight_map": {"w": "pytorch_model-00001-of-00002.bin"}}' > model/pytorch_model.bin.index.json
optml check model --select unused-index --format concise
rm model/pytorch_model.bin.index.json
optml check model --select unused-index --format concise
