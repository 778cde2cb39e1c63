echo model/weights | optml check --listing - --s3-uri s3://mybucket/modle/ --select no-objects --format concise
echo model/weights | optml check --listing - --s3-uri s3://mybucket/model/ --select no-objects --format concise
