printf '%s\n' model/weights.bin:Zone.Identifier model/weights.bin | optml check --listing - --s3-uri s3://mybucket/model/ --select zone-identifier --format concise
printf '%s\n' model/weights.bin | optml check --listing - --s3-uri s3://mybucket/model/ --select zone-identifier --format concise
