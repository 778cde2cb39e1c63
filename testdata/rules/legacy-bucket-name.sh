echo model/weights | optml check --listing - --s3-uri s3://My_Bucket/model/ --select legacy-bucket-name --format concise
echo model/weights | optml check --listing - --s3-uri s3://my-bucket/model/ --select legacy-bucket-name --format concise
