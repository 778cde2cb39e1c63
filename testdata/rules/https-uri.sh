echo model/weights | optml check --listing - --s3-uri https://models.example.com/model/ --select https-uri --format concise
echo model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select https-uri --format concise
