printf '%s\n' model/model.pth model/inference.py | optml check --listing - --s3-uri s3://mybucket/model/ --framework pytorch --select missing-inference-script --format concise
printf '%s\n' model/model.pth model/code/inference.py | optml check --listing - --s3-uri s3://mybucket/model/ --framework pytorch --select missing-inference-script --format concise
