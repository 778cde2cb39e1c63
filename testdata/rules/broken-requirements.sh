mkdir -p model/code && touch model/model.pth && echo 'def model_fn(model_dir): ...' > model/code/inference.py
echo 'attrs @ file:///home/conda/feedstock_root/build_artifacts/attrs_1642510447205/work' > model/code/requirements.txt
optml check model --framework pytorch --select broken-requirements --format concise
echo 'attrs==21.4.0' > model/code/requirements.txt
optml check model --framework pytorch --select broken-requirements --format concise
