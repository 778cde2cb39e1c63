mkdir -p model/llama && echo '{"model_type": "llama"}' > model/llama/config.json && touch model/llama/model.safetensors
optml check model --framework vllm --select missing-model-config --format concise
optml check model/llama --framework vllm --select missing-model-config --format concise
