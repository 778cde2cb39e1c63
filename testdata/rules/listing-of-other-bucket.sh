echo '{"Contents": [{"Key": "model/weights", "Size": 5}], "Name": "otherbucket"}' | optml check --listing - --s3-uri s3://mybucket/model/ --select listing-of-other-bucket --format concise
echo '{"Contents": [{"Key": "model/weights", "Size": 5}], "Name": "mybucket"}' | optml check --listing - --s3-uri s3://mybucket/model/ --select listing-of-other-bucket --format concise
