echo '{"S3DataSource": {"S3Uri": "s3://mybucket/model/", "S3DataType": "S3Prefix"}}' | optml check-request - --select request-missing-member --format concise
echo '{"S3DataSource": {"S3Uri": "s3://mybucket/m/", "S3DataType": "S3Prefix", "CompressionType": "None"}}' | optml check-request - --select request-missing-member --format concise
