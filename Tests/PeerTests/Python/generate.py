"""Makes requests of an operation from botocore's service model: valid ones, and such with one constraint broken.

Arguments: a seed, a number, and the operation. Prints one JSON object a line: `request`, the text of the request, and for a broken one `rule`
and `path` of the one finding that is to be expected. What only the prose of the API page says is kept by all of them.
"""

import copy
import functools
import json
import random
import re
import string
import sys

from service_model import complaints, matches, model, pattern_of

parser = re._parser
OPERATION = sys.argv[3] if len(sys.argv) > 3 else "CreateModel"
SHAPE = model.operation_model(OPERATION).input_shape
# The members of CreateModelPackage that UpdateModelPackage has as well.
ALIKE = model.operation_model("UpdateModelPackage").input_shape.members.keys() if OPERATION == "CreateModelPackage" else set()
# Python's own engine, whose parser is used here, does not know properties of Unicode.
PROPERTIES = {r"\p{L}": "a-zA-ZäßΩж字", r"\p{Z}": " \u00a0", r"\p{N}": "0-9²٣Ⅳ", r"\p{M}": "\u0301", r"\p{S}": "+€", r"\p{P}": "!?,"}
WORDS = string.ascii_lowercase + string.digits


class Generator:
    """Random requests; the same for the same seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    # Strings

    def text(self, shape):
        """A string that a shape admits."""
        limits = shape.metadata
        if "enum" in limits:
            return self.random.choice(limits["enum"])
        low, high = limits.get("min", 0), limits.get("max", 40)
        pattern = pattern_of(limits) or ".*"
        while True:
            value = "".join(self.parts(parsed(pattern), max(low, 12)))
            if low <= len(value) <= high and matches(pattern, value):
                return value

    def parts(self, tokens, most):
        """Yields pieces of a string that a parsed pattern matches; each repetition has at most so many."""
        for kind, argument in tokens:
            name = str(kind)
            if name == "LITERAL":
                yield chr(argument)
            elif name == "ANY":
                yield self.random.choice(string.ascii_letters + string.digits + " ./:-_é字")
            elif name == "NOT_LITERAL":
                yield self.random.choice([c for c in WORDS if ord(c) != argument])
            elif name == "IN":
                yield self.one_of(argument)
            elif name == "MAX_REPEAT":
                low, high, inner = argument
                for _ in range(self.random.randint(low, min(int(high), max(low, most)))):
                    yield from self.parts(inner, most)
            elif name == "SUBPATTERN":
                yield from self.parts(argument[-1], most)
            elif name == "BRANCH":
                yield from self.parts(self.random.choice(argument[1]), most)
            elif name != "ASSERT_NOT":
                raise ValueError(f"{name} in a pattern")

    def one_of(self, choices):
        """A character of a class."""
        kind, argument = self.random.choice([c for c in choices if str(c[0]) != "NEGATE"])
        negated = str(choices[0][0]) == "NEGATE"
        while True:
            if str(kind) == "LITERAL":
                result = chr(argument)
            elif str(kind) == "RANGE":
                result = chr(self.random.randint(*argument))
            elif str(argument) == "CATEGORY_DIGIT":
                result = self.random.choice(string.digits)
            else:
                # \S, or with \s anything.
                result = self.random.choice(string.ascii_letters + string.digits + "./:-_é字")
            if not negated:
                return result
            result = self.random.choice(WORDS)
            if ord(result) != argument:
                return result

    def word(self, low=3, high=12):
        """A word of small letters."""
        return "".join(self.random.choice(string.ascii_lowercase) for _ in range(self.random.randint(low, high)))

    def uri(self, end):
        """An S3 URI."""
        key = "/".join(self.word() + self.random.choice(["", " é", "字", "-1", "+"]) for _ in range(self.random.randint(1, 4)))
        return f"s3://{self.word(3, 30)}/{key}{end}"

    # Values

    def some(self):
        """Whether something optional is there."""
        return self.random.random() < 0.5

    def value(self, shape):
        """A value that a shape admits, and that the prose of the API page does not forbid."""
        maker = getattr(self, "make_" + shape.name, None)
        if maker:
            return maker(shape)
        if shape.type_name == "structure":
            return self.structure(shape)
        if shape.type_name == "list":
            low, high = shape.metadata.get("min", 0), shape.metadata.get("max", 99)
            return [self.value(shape.member) for _ in range(self.random.randint(low, min(high, low + 3)))]
        if shape.type_name == "map":
            low = shape.metadata.get("min", 0)
            return {self.text(shape.key): self.text(shape.value) for _ in range(self.random.randint(low, 4))}
        if shape.type_name in ("integer", "float"):
            low = shape.metadata.get("min", 0)
            return self.random.choice([low, low + 1, shape.metadata.get("max", low + 99)])
        if shape.type_name == "boolean":
            return self.some()
        return self.text(shape)

    def structure(self, shape, without=()):
        """A structure with its required members and some others."""
        return {
            name: self.value(member)
            for name, member in shape.members.items()
            if name not in without and (name in shape.required_members or self.some())
        }

    def make_AcceptEula(self, shape):
        return True

    def make_Url(self, shape):
        return self.uri(".tar.gz")

    def make_S3ModelDataSource(self, shape):
        value = self.structure(shape, without=["ManifestS3Uri"])
        value["S3DataType"], value["CompressionType"] = self.random.choice(
            [("S3Prefix", "None"), ("S3Object", "None"), ("S3Object", "Gzip")]
        )
        value["S3Uri"] = self.uri("/" if value["S3DataType"] == "S3Prefix" else "")
        if self.some():
            value["ManifestS3Uri"] = self.uri(".csv")
        return value

    def make_ImageConfig(self, shape):
        value = self.structure(shape)
        if "RepositoryAuthConfig" in value:
            value["RepositoryAccessMode"] = "Vpc"
        return value

    def make_AdditionalModelDataSources(self, shape):
        names = set()
        while len(names) < self.random.randint(0, 4):
            name = self.text(shape.member.members["ChannelName"])
            if name not in (".", ".."):
                names.add(name)
        return [
            {"ChannelName": name, "S3DataSource": self.value(shape.member.members["S3DataSource"])}
            for name in sorted(names)
        ]

    def make_TagList(self, shape):
        keys = {self.text(shape.member.members["Key"]) for _ in range(self.random.randint(0, 4))}
        return [{"Key": key, "Value": self.text(shape.member.members["Value"])} for key in sorted(keys)]

    def make_ContainerDefinition(self, shape):
        value = self.structure(shape, without=["ContainerHostname", "ModelDataUrl", "ModelDataSource", "Mode"])
        mode = self.random.choice([None, "SingleModel", "MultiModel"])
        if mode:
            value["Mode"] = mode
        if mode == "MultiModel":
            value["ModelDataUrl"] = self.uri("/")
        elif self.some():
            value["ModelDataUrl"] = self.uri(".tar.gz")
        elif self.some():
            value["ModelDataSource"] = self.value(shape.members["ModelDataSource"])
        return value

    def make_ContainerDefinitionList(self, shape):
        containers = [self.value(shape.member) for _ in range(self.random.randint(1, 4))]
        if self.some():
            for index, container in enumerate(containers):
                container["ContainerHostname"] = f"{self.word()}-{index}"
        return containers

    def make_InferenceSpecification(self, shape):
        value = self.structure(shape, without=["Containers"])
        value["Containers"] = [self.value(shape.members["Containers"].member) for _ in range(self.random.randint(1, 3))]
        return value

    def make_ModelPackageContainerDefinition(self, shape):
        value = self.structure(shape, without=["ModelDataUrl", "ModelDataSource"])
        if self.some():
            value["ModelDataUrl"] = self.uri(".tar.gz")
        elif self.some():
            value["ModelDataSource"] = self.value(shape.members["ModelDataSource"])
        return value

    def make_SourceAlgorithm(self, shape):
        value = self.structure(shape, without=["ModelDataSource"])
        if self.some():
            value.pop("ModelDataUrl", None)
            value["ModelDataSource"] = self.value(shape.members["ModelDataSource"])
        return value

    def request(self):
        """A valid request."""
        if OPERATION != "CreateModel":
            value = self.structure(SHAPE)
            # A request without any member of its own is read as one of the other operation.
            while not value.keys() - ALIKE:
                value = self.structure(SHAPE)
            return value
        value = self.structure(SHAPE, without=["PrimaryContainer", "Containers"])
        name = self.random.choice(["PrimaryContainer", "Containers"])
        value[name] = self.value(SHAPE.members[name])
        if name == "PrimaryContainer" and self.some():
            value[name]["ContainerHostname"] = self.text(SHAPE.members[name].members["ContainerHostname"])
        return value

    # Broken ones

    def broken(self, request):
        """Breaks one constraint of a request, and tells the rule and the path of the finding."""
        choices = {}
        for kind, *choice in self.choices(request, SHAPE, "", None, None):
            choices.setdefault(kind, []).append(choice)
        while True:
            kind = self.random.choice(sorted(choices))
            path, change = self.random.choice(choices[kind])
            if change() is not False:
                return kind, path

    def choices(self, value, shape, path, holder, key):
        """Yields what can be broken: the rule, the path and a function that breaks it, or returns False where it cannot."""

        def put(new):
            """Puts what a function makes into the place of the value; None stands for nothing that would do."""
            def change():
                made = new()
                if made is None:
                    return False
                holder[key] = made
            return change

        def put_other_type():
            others = [other for other in [7, 7.5, True, None, "text", [], {}] if kind_of(other) != kind_of(value)]
            holder[key] = self.random.choice(others)

        if holder is not None:
            yield "wrong-type", path, put_other_type
        if shape.type_name == "structure":
            for name, member in shape.members.items():
                if name in value:
                    yield from self.choices(value[name], member, joined(path, name), value, name)
                    # Without its ARN, a request of UpdateModelPackage looks like one of CreateModelPackage.
                    if name in shape.required_members and name != "ModelPackageArn":
                        yield "missing-member", joined(path, name), lambda name=name: value.__delitem__(name)
            name = "X" + self.word(8, 12)
            yield "unknown-member", joined(path, name), lambda: value.update({name: self.word()})
        elif shape.type_name == "list":
            for index, member in enumerate(value):
                yield from self.choices(member, shape.member, f"{path}[{index}]", value, index)
            most = shape.metadata.get("max")
            if most:
                yield "count-out-of-range", path, put(lambda: self.longer_list(value, shape, most + 1))
            if shape.metadata.get("min", 0) > 0:
                yield "count-out-of-range", path, put(list)
        elif shape.type_name == "map" and shape.name != "EnvironmentMap":
            return
        elif shape.type_name == "map":
            most = shape.metadata["max"]
            yield "count-out-of-range", path, put(lambda: {f"NAME_{i}": "x" for i in range(most + 1)})
            for name in list(value):
                yield from self.choices(value[name], shape.value, joined(path, name), value, name)
            for bad in ["1", "a b", "a.b", "é", ""]:
                yield "pattern-mismatch", joined(path, bad), lambda bad=bad: value.update({bad: "x"})
            long = "a" * (shape.key.metadata["max"] + 1)
            yield "length-out-of-range", joined(path, long), lambda: value.update({long: "x"})
        elif shape.type_name == "string":
            yield from self.string_choices(value, shape, path, put)
        elif shape.type_name in ("integer", "float"):
            if "min" in shape.metadata:
                yield "number-out-of-range", path, put(lambda: shape.metadata["min"] - 1)
            if "max" in shape.metadata:
                yield "number-out-of-range", path, put(lambda: shape.metadata["max"] + 1)

    def string_choices(self, value, shape, path, put):
        limits = shape.metadata
        if len(limits.get("enum", [])) > 40:
            return
        if "enum" in limits:
            other = self.random.choice([value.upper(), value.lower(), self.word(), ""])
            if other not in limits["enum"]:
                yield "unknown-value", path, put(lambda: other)
            return
        if limits.get("min", 0) > 0:
            yield "length-out-of-range", path, put(lambda: value[: limits["min"] - 1])
        if "max" in limits:
            yield "length-out-of-range", path, put(lambda: self.longer_text(value, limits))
        if pattern_of(limits):
            yield "pattern-mismatch", path, put(lambda: self.bad_text(value, limits))

    def longer_list(self, value, shape, count):
        """The list with more elements, alike so that nothing else is broken."""
        result = [copy.deepcopy(member) for member in value]
        template = copy.deepcopy(value[0]) if value else None
        while len(result) < count:
            new = copy.deepcopy(template) if template is not None else self.value(shape.member)
            for name in ("ChannelName", "Key", "ContainerHostname"):
                if isinstance(new, dict) and name in new:
                    new[name] = f"{self.word(8, 12)}{len(result)}"
            result.append(new)
        return result

    def longer_text(self, value, limits):
        """The string with more characters than are allowed, of the form that is; nil if there is none."""
        # The prose has something to say on how a URI ends.
        last = len(value) - 7 if "://" in value else len(value)
        for filler in ("a", "-", "0"):
            for position in range(last, -1, -1):
                long = value[:position] + filler * (limits["max"] + 1 - len(value)) + value[position:]
                if matches(pattern_of(limits) or "(?s).*", long):
                    return long
        return None

    def bad_text(self, value, limits):
        """A string of an allowed length and a form that is not; None if none comes to mind."""
        candidates = ["", value + "\n", value + " ", " " + value, value + "#", "-" + value, value + "-", "é" + value,
                      value.replace("s3://", "gs://"), value.replace("s3://", ""), value.replace(":", ";")]
        allowed = range(limits.get("min", 0), limits.get("max", 1 << 20) + 1)
        bad = [text for text in candidates if len(text) in allowed and not matches(pattern_of(limits), text)]
        return self.random.choice(bad) if bad else None


@functools.cache
def parsed(pattern):
    """What Python's parser makes of a pattern of the model."""
    for name, characters in PROPERTIES.items():
        pattern = pattern.replace(name, characters)
    return parser.parse(pattern)


def kind_of(value):
    """The type of a JSON value."""
    if isinstance(value, bool) or value is None:
        return str(type(value))
    return "number" if isinstance(value, (int, float)) else str(type(value))


def joined(path, name):
    """A path with one more name."""
    if re.fullmatch(r"[A-Za-z_-][A-Za-z0-9_-]*", name):
        return shown(f"{path}.{name}" if path else name, name)
    return f'{path}["{name}"]'


def shown(path, name):
    """Names that no key can have are cut short."""
    return path if len(name) <= 1024 else path.replace(name, f"{name[:256]}… ({len(name)} bytes)")


def main():
    generator = Generator(int(sys.argv[1]))
    text = ""
    for index in range(int(sys.argv[2])):
        line = {}
        if index % 4 == 0:
            request = generator.request()
            wrong = complaints(request, SHAPE)
            assert not wrong, (wrong, request)
            text = json.dumps(request)
        else:
            # Each valid one is broken in three ways.
            request = json.loads(text)
            rule, path = generator.broken(request)
            line.update(rule="request-" + rule, path=path)
        indent = generator.random.choice([None, 2])
        written = json.dumps(request, indent=indent, ensure_ascii=generator.some())
        print(json.dumps({"request": written, **line}))


main()
