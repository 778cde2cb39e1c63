printf '%s\n' model/config.json model/weights/model.fp16.safetensors | optml check --listing - --s3-uri s3://mybucket/model/ --framework huggingface --select missing-weights --format concise
printf '%s\n' model/config.json model/model.safetensors | optml check --listing - --s3-uri s3://mybucket/model/ --framework huggingface --select missing-weights --format concise
