mkdir -p model/code && touch model/model.pth && echo 'def model_fn(): ...' > model/code/inference.py
optml check model --framework pytorch --select invalid-inference-script --format concise
echo 'def model_fn(model_dir): ...' > model/code/inference.py
optml check model --framework pytorch --select invalid-inference-script --format concise
