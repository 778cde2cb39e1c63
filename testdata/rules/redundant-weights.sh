printf '%s\n' model/model.safetensors model/pytorch_model.bin model/tf_model.h5 | optml check --listing - --s3-uri s3://mybucket/model/ --select redundant-weights --format concise
printf '%s\n' model/model.safetensors | optml check --listing - --s3-uri s3://mybucket/model/ --select redundant-weights --format concise
