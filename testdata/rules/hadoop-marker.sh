printf '%s\n' 'model/part_$folder$' model/_SUCCESS | optml check --listing - --s3-uri s3://mybucket/model/ --select hadoop-marker --format concise
printf '%s\n' model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select hadoop-marker --format concise
