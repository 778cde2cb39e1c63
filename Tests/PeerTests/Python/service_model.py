"""What botocore's service model of SageMaker says, and what breaks it.

botocore's own validator looks at names, types, required members and minima; enums, patterns, lengths and counts are read
from the model here.
"""

import functools

import botocore.session
import regex
from botocore.validate import ParamValidator

model = botocore.session.get_session().get_service_model("sagemaker")


def complaints(value, shape, path=""):
    """What a value breaks of the constraints of a shape, as sentences."""
    report = ParamValidator().validate(value, shape)
    return [report.generate_report()] if report.has_errors() else list(broken(value, shape, path or shape.name))


def broken(value, shape, path):
    """Yields what a value breaks of the constraints that only the model states."""
    limits = shape.metadata
    if shape.type_name == "structure":
        for name, member in value.items():
            yield from broken(member, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list":
        yield from counted(len(value), limits, path)
        for index, member in enumerate(value):
            yield from broken(member, shape.member, f"{path}[{index}]")
    elif shape.type_name == "map":
        yield from counted(len(value), limits, path)
        for key, member in value.items():
            yield from broken(key, shape.key, f"{path}.{key}")
            yield from broken(member, shape.value, f"{path}.{key}")
    elif shape.type_name == "string":
        if "enum" in limits and value not in limits["enum"]:
            yield f"{path}: {value!r} is none of {limits['enum']}"
        if pattern_of(limits) and not matches(pattern_of(limits), value):
            yield f"{path}: {value!r} does not match {limits['pattern']}"
        yield from counted(len(value), limits, path)


def counted(count, limits, path):
    """Yields a complaint about a length or a number of elements."""
    if not limits.get("min", 0) <= count <= limits.get("max", count):
        yield f"{path}: {count}, not {limits.get('min', 0)} to {limits.get('max')}"


def pattern_of(limits):
    """The pattern of a string; None if it has none. Two of the model repeat the end of the text, for a length that stands beside."""
    pattern = limits.get("pattern")
    return pattern and pattern.replace("${1,128}", "").replace("${1,256}", "")


def matches(pattern, value):
    """Whether a whole string matches a pattern of the model."""
    return compiled(pattern).fullmatch(value) is not None


compiled = functools.cache(regex.compile)
