echo model/weights | optml check --listing - --s3-uri https://mybucket.s3.us-east-1.amazonaws.com/model/ --select https-uri --format concise
echo model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select https-uri --format concise
