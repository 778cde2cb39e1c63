"""What cfn-lint makes of templates with one resource: whether it rejects something of the resource itself.

Reads a JSON array of [type, properties] from standard input and prints an array of lists of what it says: rule, path, words.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from cfnlint.api import lint_all

# What a schema says of a value: type, members, numbers, patterns, lengths.
RULES = {"E3002", "E3003", "E3012", "E3014", "E3017", "E3018", "E3030", "E3031", "E3032", "E3033", "E3034", "E3037"}


def said(type_name, properties):
    template = json.dumps({"Resources": {"R": {"Type": type_name, "Properties": properties}}})
    return [
        [match.rule.id, "/".join(map(str, match.path or [])), match.message]
        for match in lint_all(template)
        if match.rule.id in RULES
    ]


print(json.dumps([said(*case) for case in json.load(sys.stdin)]))
