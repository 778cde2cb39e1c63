"""Prints every member of CreateModel with its constraints as botocore's service model has them, one JSON object a line."""

import json

from service_model import model


def describe(shape, path, required):
    """Prints a member and those below it."""
    limits = {key: shape.metadata[key] for key in ("min", "max", "pattern", "enum") if key in shape.metadata}
    print(json.dumps({"path": path, "type": shape.type_name, "required": required, **limits}))
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            describe(member, f"{path}.{name}" if path else name, name in shape.required_members)
    elif shape.type_name == "list":
        describe(shape.member, f"{path}[]", False)
    elif shape.type_name == "map":
        describe(shape.key, f"{path}{{key}}", False)
        describe(shape.value, f"{path}{{value}}", False)


describe(model.operation_model("CreateModel").input_shape, "", False)
