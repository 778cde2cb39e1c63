mkdir model && echo '{"model_type": "bert",}' > model/config.json
optml check model --select invalid-json --format concise
echo '{"model_type": "bert"}' > model/config.json
optml check model --select invalid-json --format concise
