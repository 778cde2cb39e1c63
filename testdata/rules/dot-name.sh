printf '%s\n' model/./weights | optml check --listing - --s3-uri s3://mybucket/model/ --select dot-name --format concise
printf '%s\n' model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select dot-name --format concise
