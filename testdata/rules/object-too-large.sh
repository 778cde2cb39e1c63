echo '{"Contents": [{"Key": "model/weights.bin", "Size": 65970697666560}]}' | optml check --listing - --s3-uri s3://mybucket/model/ --select object-too-large --format concise
echo '{"Contents": [{"Key": "model/weights.bin", "Size": 32985348833280}]}' | optml check --listing - --s3-uri s3://mybucket/model/ --select object-too-large --format concise
