printf '%s\n' model/1/saved_model.pb model/1/variables/variables.index | optml check --listing - --s3-uri s3://mybucket/model/ --select incomplete-saved-model --format concise
printf '%s\n' model/1/saved_model.pb model/1/variables/variables.index model/1/variables/variables.data-00000-of-00001 | optml check --listing - --s3-uri s3://mybucket/model/ --select incomplete-saved-model --format concise
