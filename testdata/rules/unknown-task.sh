mkdir model && touch model/model.safetensors && echo '{"architectures": ["BertModel"]}' > model/config.json
optml check model --framework huggingface --select unknown-task --format concise
optml check model --framework huggingface --env HF_TASK=feature-extraction --select unknown-task --format concise
