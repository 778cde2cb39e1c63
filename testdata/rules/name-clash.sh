printf '%s\n' model/weights model/weights/part1 | optml check --listing - --s3-uri s3://mybucket/model/ --select name-clash --format concise
printf '%s\n' model/weights.json model/weights/part1 | optml check --listing - --s3-uri s3://mybucket/model/ --select name-clash --format concise
