"""Reads a JSON array of expressions of Terraform from standard input and prints whether python-hcl2 can read each."""

import json
import sys

import hcl2


def is_expression(text):
    try:
        hcl2.loads(f"a = {text}\n")
    except Exception:
        return False
    return True


print(json.dumps([is_expression(text) for text in json.load(sys.stdin)]))
