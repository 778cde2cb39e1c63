echo '{"S3Uri": "s3://mybucket/model//", "S3DataType": "S3Prefix", "CompressionType": "None"}' | optml check-request - --select create-model-double-slash --format concise
echo '{"S3Uri": "s3://mybucket/model/", "S3DataType": "S3Prefix", "CompressionType": "None"}' | optml check-request - --select create-model-double-slash --format concise
