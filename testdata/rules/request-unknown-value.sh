echo '{"S3DataSource": {"S3Uri": "s3://mybucket/m.tar.gz", "S3DataType": "S3Object", "CompressionType": "GZIP"}}' | optml check-request - --select request-unknown-value --format concise
echo '{"S3DataSource": {"S3Uri": "s3://mybucket/m.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip"}}' | optml check-request - --select request-unknown-value --format concise
