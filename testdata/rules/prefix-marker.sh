printf '%s\n' model/ model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select prefix-marker --format concise
printf '%s\n' model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select prefix-marker --format concise
