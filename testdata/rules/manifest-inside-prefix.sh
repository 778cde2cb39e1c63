mkdir model && touch model/weights
optml model-data-source model --s3-uri s3://mybucket/model/ --manifest-s3-uri s3://mybucket/model/manifest.csv --select manifest-inside-prefix > block.json
optml model-data-source model --s3-uri s3://mybucket/model/ --manifest-s3-uri s3://mybucket/model.csv --select manifest-inside-prefix > block.json
