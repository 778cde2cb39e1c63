"""What the AWS CLI makes of plain scalars in --cli-input-yaml, which it reads with ruamel.yaml by YAML 1.2.

Reads a JSON array of scalars from standard input and prints an array with their types and values; null for what is no YAML.
"""

import datetime
import json
import sys

import ruamel.yaml

yaml = ruamel.yaml.YAML(typ="safe", pure=True)


def told(text):
    try:
        value = yaml.load(f"A: {text}\n")["A"]
    except Exception:
        return None
    if value is None:
        return ["null", ""]
    if isinstance(value, bool):
        return ["boolean", str(value).lower()]
    if isinstance(value, (int, float)):
        return ["number", repr(float(value))]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return ["date", ""]
    return ["string", value] if isinstance(value, str) else ["other", ""]


print(json.dumps([told(text) for text in json.load(sys.stdin)]))
