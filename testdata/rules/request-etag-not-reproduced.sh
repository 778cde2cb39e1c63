mkdir model && head -c 20000000 /dev/zero > model/weights && optml pack model --level store --quiet -o model.tar.gz
etag=$(optml etag model.tar.gz --uploader rclone | cut -d ' ' -f 1)
optml model-data-source model.tar.gz --s3-uri s3://mybucket/model.tar.gz --etag "$etag" --quiet -o request.json
optml check-request request.json --source model.tar.gz --select request-etag-not-reproduced --format concise
optml check-request request.json --source model.tar.gz --uploader rclone --select request-etag-not-reproduced --format concise
