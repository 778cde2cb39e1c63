printf '%s\n' model/1/saved_model.pb | optml check --listing - --s3-uri s3://mybucket/model/ --framework xgboost --select framework-mismatch --format concise
printf '%s\n' model/1/saved_model.pb | optml check --listing - --s3-uri s3://mybucket/model/ --framework tensorflow-serving --select framework-mismatch --format concise
