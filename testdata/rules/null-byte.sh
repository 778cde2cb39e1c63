echo '{"Contents": [{"Key": "model/weights\u0000.bin", "Size": 1}]}' | optml check --listing - --s3-uri s3://mybucket/model/ --select null-byte --format concise
echo '{"Contents": [{"Key": "model/weights.bin", "Size": 1}]}' | optml check --listing - --s3-uri s3://mybucket/model/ --select null-byte --format concise
