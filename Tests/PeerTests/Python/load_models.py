"""Loads each file of a folder with the loader of its format and prints, as JSON, what that says: null for a file that loads.

    load_models.py FOLDER
"""

import json
import os
import resource
import signal
import sys
import warnings
from pathlib import Path

import gguf
import h5py
import numpy
import onnx
import safetensors


def load_safetensors(path):
    with safetensors.safe_open(path, "numpy") as file:
        list(file.keys())


def load_gguf(path):
    gguf.GGUFReader(path)


def load_onnx(path):
    model = onnx.load(path)
    onnx.checker.check_model(model)
    for tensor in model.graph.initializer:
        onnx.numpy_helper.to_array(tensor)


def load_hdf5(path):
    with h5py.File(path) as file:
        list(file)


def load_npz(path):
    with numpy.load(path, allow_pickle=False) as arrays:
        for name in arrays.files:
            arrays[name]


def load_json(path):
    with open(path, encoding="utf-8") as file:
        json.load(file)


def load_xgboost(path):
    """In a process of its own with bounded memory and time: what XGBoost makes of such files may be a segmentation fault."""
    import xgboost

    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        signal.alarm(30)
        try:
            xgboost.set_config(verbosity=0)
            xgboost.Booster().load_model(path)
            os._exit(0)
        except BaseException:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise ValueError(f"XGBoost ended with status {status}")


# Files whose loader their whole names tell.
NAMES = {"xgboost.json": load_xgboost}

LOADERS = {
    ".safetensors": load_safetensors,
    ".gguf": load_gguf,
    ".onnx": load_onnx,
    ".h5": load_hdf5,
    ".npy": lambda path: numpy.load(path, allow_pickle=False),
    ".npz": load_npz,
    ".json": load_json,
    ".ubj": load_xgboost,
}


def main():
    warnings.simplefilter("ignore")
    said = {}
    folder = Path(sys.argv[1])
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        try:
            NAMES.get(path.name, LOADERS[path.suffix])(path)
            said[str(path.relative_to(folder))] = None
        except Exception as error:  # a loader may raise anything at all
            said[str(path.relative_to(folder))] = f"{type(error).__name__}: {error}"[:300]
    json.dump(said, sys.stdout)


main()
