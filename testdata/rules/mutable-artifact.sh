mkdir model && touch model/weights && tar -czf model.tar.gz -C model .
optml model-data-source model.tar.gz --s3-uri s3://mybucket/model.tar.gz > block.json
optml model-data-source model.tar.gz --s3-uri s3://mybucket/model.tar.gz --etag predict > block.json
