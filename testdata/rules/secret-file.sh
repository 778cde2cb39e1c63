printf '%s\n' model/.env model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select secret-file --format concise
printf '%s\n' model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select secret-file --format concise
