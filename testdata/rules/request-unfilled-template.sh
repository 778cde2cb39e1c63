echo '{"S3DataSource": {"S3Uri": "s3://mybucket/{{ ds }}/model/", "S3DataType": "S3Prefix", "CompressionType": "None"}}' | optml check-request - --select request-unfilled-template --format concise
echo '{"S3DataSource": {"S3Uri": "s3://mybucket/2026-11-29/model/", "S3DataType": "S3Prefix", "CompressionType": "None"}}' | optml check-request - --select request-unfilled-template --format concise
