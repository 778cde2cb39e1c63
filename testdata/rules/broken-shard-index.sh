mkdir model && echo '{"weight_map": {}}' > model/model.safetensors.index.json
optml check model --select broken-shard-index --format concise
echo '{"metadata": {"total_size": 8}, "weight_map": {"w": "model-00001-of-00001.safetensors"}}' > model/model.safetensors.index.json
optml check model --select broken-shard-index --format concise
