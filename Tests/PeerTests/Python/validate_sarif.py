"""Validates SARIF files against the schema, and prints a JSON array with the complaints about each.

Usage: validate_sarif.py SCHEMA FILE...
"""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
result = []
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        document = json.load(file)
    result.append([f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)])
print(json.dumps(result))
