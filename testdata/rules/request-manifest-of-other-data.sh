mkdir model && touch model/weights
optml manifest model --s3-uri s3://mybucket/1/ -o manifest.csv
optml create-model model --s3-uri s3://mybucket/2/ --manifest manifest.csv --manifest-s3-uri s3://mybucket/manifest.csv --model-name m -o request.json --select request-manifest-of-other-data
optml create-model model --s3-uri s3://mybucket/1/ --manifest manifest.csv --manifest-s3-uri s3://mybucket/manifest.csv --model-name m -o request.json --select request-manifest-of-other-data
