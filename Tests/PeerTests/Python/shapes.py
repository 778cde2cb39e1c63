"""Prints every member of the requests that take model data, with its constraints as botocore's service model has them, one JSON
object a line. What the tables leave out on purpose is left out here: see Sources/write-service-model."""

import json
import re

from service_model import model


def describe(shape, path, required):
    """Prints a member and those below it."""
    limits = {key: shape.metadata[key] for key in ("min", "max", "pattern", "enum") if key in shape.metadata}
    if "max" in limits and shape.type_name in ("string", "list", "map"):
        limits.setdefault("min", 0)
    if shape.type_name == "list":
        limits.setdefault("min", 0)
    if len(limits.get("enum", [])) > 40:
        # Types of instances, of which new ones appear: their common form.
        form = r"ml\.[a-z0-9-]+\.[a-z0-9-]+"
        assert all(re.fullmatch(form, value) for value in limits.pop("enum"))
        limits["pattern"] = form
    if "$" in limits.get("pattern", ""):
        limits["pattern"] = r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"
    print(json.dumps({"operation": operation, "path": path, "type": shape.type_name, "required": required, **limits}))
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            describe(member, f"{path}.{name}" if path else name, name in shape.required_members)
    elif shape.type_name == "list":
        describe(shape.member, f"{path}[]", False)
    elif shape.type_name == "map":
        describe(shape.key, f"{path}{{key}}", False)
        describe(shape.value, f"{path}{{value}}", False)


for operation in ["CreateModel", "UpdateModelPackage", "CreateModelPackage", "CreateInferenceComponent"]:
    describe(model.operation_model(operation).input_shape, "", False)
