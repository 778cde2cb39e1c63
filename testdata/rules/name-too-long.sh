printf 'model/%0300d\n' 0 | optml check --listing - --s3-uri s3://mybucket/model/ --select name-too-long --format concise | cut -c 1-60
printf 'model/%0255d\n' 0 | optml check --listing - --s3-uri s3://mybucket/model/ --select name-too-long --format concise
