echo '{"S3DataSource": {"S3Uri": "s3://mybucket/m.tar.gz", "S3DataType": "S3Object", "CompressionType": "Gzip", "ETag": "9ed977000dc166f25a9b9ef26fb3c3fc"}}' > request.json
echo '{"Contents": [{"Key": "m.tar.gz", "Size": 5, "ETag": "d41d8cd98f00b204e9800998ecf8427e"}]}' | optml check-request request.json --listing - --select request-etag-mismatch --format concise
echo '{"Contents": [{"Key": "m.tar.gz", "Size": 5, "ETag": "9ed977000dc166f25a9b9ef26fb3c3fc"}]}' | optml check-request request.json --listing - --select request-etag-mismatch --format concise
