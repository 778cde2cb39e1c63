mkdir model && printf '\010\010:+*&\010\001\020\001B\001wj\033\012\010location\022\017model.onnx_datap\001\022\001gB\002\020\021' > model/model.onnx
optml check model --select missing-external-data --format concise
printf '\0\0\0\0' > model/model.onnx_data
optml check model --select missing-external-data --format concise
