printf '%s\n' model/checkpoint-500/optimizer.pt model/model.safetensors | optml check --listing - --s3-uri s3://mybucket/model/ --select training-leftover --format concise
printf '%s\n' model/config.json model/model.safetensors | optml check --listing - --s3-uri s3://mybucket/model/ --select training-leftover --format concise
