printf '%s\n' model/config.pbtxt model/1/model.onnx | optml check --listing - --s3-uri s3://mybucket/model/ --framework triton --select triton-model-at-top --format concise
printf '%s\n' model/resnet/config.pbtxt model/resnet/1/model.onnx | optml check --listing - --s3-uri s3://mybucket/model/ --framework triton --select triton-model-at-top --format concise
