printf '%s\n' model/resnet/config.pbtxt model/resnet/1/model.onnx | optml check --listing - --s3-uri s3://mybucket/model/ --select framework-not-told --format concise
printf '%s\n' model/resnet/config.pbtxt model/resnet/1/model.onnx | optml check --listing - --s3-uri s3://mybucket/model/ --framework triton --select framework-not-told --format concise
