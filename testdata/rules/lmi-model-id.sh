mkdir model && echo option.model_id=s3://mybucket/model.tar.gz > model/serving.properties
optml check model --framework djl-lmi --select lmi-model-id --format concise
echo option.model_id=s3://mybucket/model/ > model/serving.properties
optml check model --framework djl-lmi --select lmi-model-id --format concise
