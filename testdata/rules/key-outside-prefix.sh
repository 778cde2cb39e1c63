printf '%s\n' model/weights logs/today | optml check --listing - --s3-uri s3://mybucket/model/ --select key-outside-prefix --format concise
printf '%s\n' model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select key-outside-prefix --format concise
