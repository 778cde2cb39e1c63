printf '%s\n' model/weights model-old/weights | optml check --listing - --s3-uri s3://mybucket/model --select prefix-without-slash --format concise
printf '%s\n' model/weights model-old/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select prefix-without-slash --format concise
