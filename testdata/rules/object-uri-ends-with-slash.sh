touch weights
optml check weights --s3-data-type S3Object --s3-uri s3://mybucket/model/ --select object-uri-ends-with-slash --format concise
optml check weights --s3-data-type S3Object --s3-uri s3://mybucket/model/weights --select object-uri-ends-with-slash --format concise
