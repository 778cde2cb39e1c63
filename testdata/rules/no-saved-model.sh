printf '%s\n' model/saved_model.pb model/variables/variables.index | optml check --listing - --s3-uri s3://mybucket/model/ --framework tensorflow-serving --select no-saved-model --format concise
printf '%s\n' model/1/saved_model.pb model/1/variables/variables.index | optml check --listing - --s3-uri s3://mybucket/model/ --framework tensorflow-serving --select no-saved-model --format concise
