printf 'model/\303\251.txt\nmodel/e\314\201.txt\n' | optml check --listing - --s3-uri s3://mybucket/model/ --select unicode-clash --format concise
printf 'model/\303\251.txt\n' | optml check --listing - --s3-uri s3://mybucket/model/ --select unicode-clash --format concise
