printf '%s\n' model/config.json model/model.safetensors | optml check --listing - --s3-uri s3://mybucket/model/ --framework vllm --select missing-tokenizer --format concise
printf '%s\n' model/config.json model/model.safetensors model/tokenizer.json model/tokenizer_config.json | optml check --listing - --s3-uri s3://mybucket/model/ --framework vllm --select missing-tokenizer --format concise
