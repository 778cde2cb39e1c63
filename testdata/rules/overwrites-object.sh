mkdir model && echo '{}' > model/config.json
echo model/config.json | optml check model --existing - --s3-uri s3://mybucket/model/ --select overwrites-object --format concise
echo model/config.json | optml check model --existing - --s3-uri s3://mybucket/model-2/ --select overwrites-object --format concise
