mkdir model && touch model/model.safetensors
echo model/pytorch_model.bin | optml check model --existing - --s3-uri s3://mybucket/model/ --select stale-object --format concise
echo model/pytorch_model.bin | optml check model --existing - --s3-uri s3://mybucket/model-2/ --select stale-object --format concise
