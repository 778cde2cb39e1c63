"""Reads a resource aws_sagemaker_model in HCL by python-hcl2 and prints the CreateModel request that it stands for."""

import json
import re
import sys

import hcl2
from botocore import xform_name

from service_model import model

NAMES = {
    "CreateModelInput.ModelName": "name",
    "CreateModelInput.Containers": "container",
    "ContainerDefinition.AdditionalModelDataSources": "additional_model_data_source",
}
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


def text(value):
    """The string that a quoted template without interpolations stands for."""
    assert value[0] == value[-1] == '"', value
    pieces = re.findall(r'\\u[0-9a-f]{4}|\\.|\$\$\{|%%\{|[^"\\]', value[1:-1], re.S)
    assert "".join(pieces) == value[1:-1], value
    return "".join(
        chr(int(piece[2:], 16)) if piece.startswith("\\u")
        else ESCAPES[piece[1]] if piece.startswith("\\")
        else piece[1:] if len(piece) == 3
        else piece
        for piece in pieces
    )


def request(value, shape):
    """What a value of HCL stands for, by the shape that it is to have."""
    if shape.name == "TagList":
        return [{"Key": text(key), "Value": text(item)} for key, item in value.items()]
    if shape.type_name == "structure":
        block = {key: item for key, item in value.items() if key != "__is_block__"}
        result = {}
        for name, member in shape.members.items():
            other = NAMES.get(f"{shape.name}.{name}") or xform_name(name)
            if other in block:
                item = block.pop(other)
                result[name] = request(item[0] if member.type_name == "structure" else item, member)
        assert not block, block
        return result
    if shape.type_name == "list":
        return [request(item, shape.member) for item in value]
    if shape.type_name == "map":
        return {text(key): text(item) for key, item in value.items()}
    return text(value) if shape.type_name == "string" else value


(resource,) = hcl2.loads(sys.stdin.read())["resource"]
print(json.dumps(request(resource['"aws_sagemaker_model"']['"model"'], model.operation_model("CreateModel").input_shape)))
