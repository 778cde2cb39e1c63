"""Validates ModelDataSource blocks against botocore's service model of SageMaker.

Reads a JSON array of blocks from standard input and prints an array with the complaints about each. botocore's own
validator looks at names, types, required members and minima; enums, patterns and lengths are read from the model here.
"""

import json
import re
import sys

import botocore.session
from botocore.validate import ParamValidator


def complaints(value, shape, path):
    """Yields what a value breaks of the constraints that only the model states."""
    if shape.type_name == "structure":
        for name, member in value.items():
            if name in shape.members:
                yield from complaints(member, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list":
        for index, member in enumerate(value):
            yield from complaints(member, shape.member, f"{path}[{index}]")
    elif shape.type_name == "string":
        constraints = shape.metadata
        if "enum" in constraints and value not in constraints["enum"]:
            yield f"{path}: {value!r} is none of {constraints['enum']}"
        if "pattern" in constraints and not re.fullmatch(constraints["pattern"], value):
            yield f"{path}: {value!r} does not match {constraints['pattern']}"
        if not constraints.get("min", 0) <= len(value) <= constraints.get("max", len(value)):
            yield f"{path}: {len(value)} characters, not {constraints.get('min', 0)} to {constraints.get('max')}"


model = botocore.session.get_session().get_service_model("sagemaker")
shape = model.shape_for("ContainerDefinition").members["ModelDataSource"]
result = []
for block in json.load(sys.stdin):
    report = ParamValidator().validate(block, shape)
    if report.has_errors():
        result.append([report.generate_report()])
    else:
        result.append(list(complaints(block, shape, "ModelDataSource")))
print(json.dumps(result))
