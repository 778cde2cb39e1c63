mkdir -p model/resnet/1 && touch model/resnet/1/model.onnx && echo 'name: "resnet50"' > model/resnet/config.pbtxt
optml check model --framework triton --select triton-name-mismatch --format concise
echo 'name: "resnet"' > model/resnet/config.pbtxt
optml check model --framework triton --select triton-name-mismatch --format concise
