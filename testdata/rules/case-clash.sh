printf '%s\n' model/Config.json model/config.json | optml check --listing - --s3-uri s3://mybucket/model/ --select case-clash --format concise
printf '%s\n' model/config.json | optml check --listing - --s3-uri s3://mybucket/model/ --select case-clash --format concise
