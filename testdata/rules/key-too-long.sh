printf 'model/%01100d/a\n' 0 | optml check --listing - --s3-uri s3://mybucket/model/ --select key-too-long --format concise | cut -c 1-60
printf 'model/%0200d/a\n' 0 | optml check --listing - --s3-uri s3://mybucket/model/ --select key-too-long --format concise
