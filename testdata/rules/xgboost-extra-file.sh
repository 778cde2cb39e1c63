printf '%s\n' model/xgboost-model model/README.md | optml check --listing - --s3-uri s3://mybucket/model/ --framework xgboost --select xgboost-extra-file --format concise
printf '%s\n' model/xgboost-model | optml check --listing - --s3-uri s3://mybucket/model/ --framework xgboost --select xgboost-extra-file --format concise
