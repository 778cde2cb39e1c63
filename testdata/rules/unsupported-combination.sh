mkdir model && touch model/weights
optml check model --s3-data-type S3Prefix --compression-type Gzip --select unsupported-combination --format concise
optml check model --s3-data-type S3Object --compression-type Gzip --select unsupported-combination --format concise
