"""What others know of CloudFormation: the AWS CLI's reader of YAML, and the schemas of resources that cfn-lint brings.

`flip`: reads a JSON array of templates in JSON and prints an array with the same in YAML, as cfn-flip writes them.
`load`: reads a JSON array of templates in YAML from standard input and prints an array with the same in JSON.
`members`: prints, for each resource type, the members that its schema lacks of the API's, and those that only it requires.
"""

import importlib.resources
import json
import sys

import cfn_flip
import cfnlint
from awscli.customizations.cloudformation.yamlhelper import yaml_parse
from service_model import model

TYPES = {
    "AWS::SageMaker::Model": "CreateModel",
    "AWS::SageMaker::ModelPackage": "CreateModelPackage",
    "AWS::SageMaker::InferenceComponent": "CreateInferenceComponent",
}


def compare(shape, schema, root, found):
    """Gathers what a structure has and the schema lacks, what only the schema requires, and what only the API does."""
    while "$ref" in schema:
        schema = root["definitions"][schema["$ref"].split("/")[-1]]
    if shape.type_name == "list":
        compare(shape.member, schema.get("items", {}), root, found)
    elif shape.type_name == "structure" and shape.name not in found["seen"]:
        found["seen"].add(shape.name)
        properties, required = schema.get("properties", {}), schema.get("required", [])
        for name, member in shape.members.items():
            key = f"{shape.name}.{name}"
            if name not in properties:
                found["lacking"].append(key)
                continue
            if name in required and name not in shape.required_members:
                found["required"].append(key)
            if name not in required and name in shape.required_members:
                found["optional"].append(key)
            compare(member, properties[name], root, found)


if sys.argv[1] == "flip":
    print(json.dumps([cfn_flip.to_yaml(text) for text in json.load(sys.stdin)]))
elif sys.argv[1] == "load":
    print(json.dumps([json.dumps(yaml_parse(text)) for text in json.load(sys.stdin)]))
else:
    schemas = importlib.resources.files(cfnlint) / "data/schemas"
    hashes = json.loads((schemas / "providers/us-east-1.json").read_text())
    result = {}
    for name, operation in TYPES.items():
        schema = json.loads((schemas / f"resources/{hashes[name]}.json").read_text())
        found = {"lacking": [], "required": [], "optional": [], "seen": set()}
        compare(model.operation_model(operation).input_shape, schema, schema, found)
        result[operation] = {key: sorted(found[key]) for key in ("lacking", "required", "optional")}
    print(json.dumps(result))
