printf '%s\n' model/model.tar.gz | optml check --listing - --s3-uri s3://mybucket/model/ --select nested-archive --format concise
printf '%s\n' model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select nested-archive --format concise
