printf '%s\n' model/weights/ model/weights/part1 | optml check --listing - --s3-uri s3://mybucket/model/ --select folder-marker --format concise
printf '%s\n' model/weights/part1 | optml check --listing - --s3-uri s3://mybucket/model/ --select folder-marker --format concise
