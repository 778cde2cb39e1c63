printf 'model/caf\351.txt\n' | optml check --listing - --s3-uri s3://mybucket/model/ --select key-not-utf8 --format concise
printf 'model/caf\303\251.txt\n' | optml check --listing - --s3-uri s3://mybucket/model/ --select key-not-utf8 --format concise
