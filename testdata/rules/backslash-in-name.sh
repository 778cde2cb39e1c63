printf '%s\n' 'model/code\inference.py' | optml check --listing - --s3-uri s3://mybucket/model/ --select backslash-in-name --format concise
printf '%s\n' model/code/inference.py | optml check --listing - --s3-uri s3://mybucket/model/ --select backslash-in-name --format concise
