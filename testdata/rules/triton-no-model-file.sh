mkdir -p model/resnet/1 && touch model/resnet/1/resnet.onnx && echo 'backend: "onnxruntime"' > model/resnet/config.pbtxt
optml check model --framework triton --select triton-no-model-file --format concise
mv model/resnet/1/resnet.onnx model/resnet/1/model.onnx
optml check model --framework triton --select triton-no-model-file --format concise
