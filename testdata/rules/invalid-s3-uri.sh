echo model/weights | optml check --listing - --s3-uri mybucket/model/ --select invalid-s3-uri --format concise
echo model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select invalid-s3-uri --format concise
