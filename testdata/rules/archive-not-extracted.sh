mkdir model && touch model/weights && tar -czf model.tar.gz -C model .
optml check model.tar.gz --s3-data-type S3Object --compression-type None --select archive-not-extracted --format concise
optml check model.tar.gz --s3-data-type S3Object --compression-type Gzip --select archive-not-extracted --format concise
