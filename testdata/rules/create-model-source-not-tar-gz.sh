echo '{"S3DataSource": {"S3Uri": "s3://mybucket/model.zip", "S3DataType": "S3Object", "CompressionType": "Gzip"}}' | optml check-request - --select create-model-source-not-tar-gz --format concise
echo '{"S3DataSource": {"S3Uri": "s3://mybucket/model.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip"}}' | optml check-request - --select create-model-source-not-tar-gz --format concise
