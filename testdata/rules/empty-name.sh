printf '%s\n' model/weights//part1 | optml check --listing - --s3-uri s3://mybucket/model/ --select empty-name --format concise
printf '%s\n' model/weights/part1 | optml check --listing - --s3-uri s3://mybucket/model/ --select empty-name --format concise
