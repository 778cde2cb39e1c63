mkdir model && touch model/weights
optml check model --s3-data-type S3Object --compression-type None --select directory-as-object --format concise
optml check model --s3-data-type S3Prefix --compression-type None --select directory-as-object --format concise
