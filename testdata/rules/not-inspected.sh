mkdir model && touch model/weights && tar -czf model.tar.gz -C model .
optml model-data-source --no-source --s3-uri s3://mybucket/model.tar.gz --s3-data-type S3Object --compression-type Gzip --select not-inspected > block.json
optml model-data-source model.tar.gz --s3-uri s3://mybucket/model.tar.gz --select not-inspected > block.json
