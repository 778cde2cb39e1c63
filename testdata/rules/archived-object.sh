echo '{"Contents": [{"Key": "model/weights", "Size": 1, "StorageClass": "GLACIER"}]}' | optml check --listing - --s3-uri s3://mybucket/model/ --select archived-object --format concise
echo '{"Contents": [{"Key": "model/weights", "Size": 1, "StorageClass": "STANDARD"}]}' | optml check --listing - --s3-uri s3://mybucket/model/ --select archived-object --format concise
