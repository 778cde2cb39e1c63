printf '%s\n' model/model.pt.dvc | optml check --listing - --s3-uri s3://mybucket/model/ --select dvc-pointer --format concise
printf '%s\n' model/model.pt | optml check --listing - --s3-uri s3://mybucket/model/ --select dvc-pointer --format concise
