mkdir model && touch model/model.safetensors model/tokenizer.json && echo '{"model_type": "qwen3", "architectures": ["Qwen3ForCausalLM"]}' > model/config.json
optml check model --image 763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-gpu-py312-cu124-ubuntu22.04 --select outdated-image --format concise
optml check model --image 763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-gpu-py312-cu124-ubuntu22.04 --select outdated-image --format concise
