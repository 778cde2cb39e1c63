printf '%s\n' models/tenant1/weights.bin models/tenant2.tar.gz | optml check --listing - --s3-uri s3://mybucket/models/ --deployment multi-model --select not-a-model-archive --format concise
printf '%s\n' models/tenant1.tar.gz models/tenant2.tar.gz | optml check --listing - --s3-uri s3://mybucket/models/ --deployment multi-model --select not-a-model-archive --format concise
