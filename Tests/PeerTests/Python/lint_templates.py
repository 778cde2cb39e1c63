"""What cfn-lint makes of resources: what it rejects of their own members.

Reads a JSON array of [type, properties] from standard input and prints an array of lists of what it says: rule, path, words.
Many resources make one template, since a run of cfn-lint costs as much for one as for a hundred.
"""

import json
import sys

from cfnlint import ManualArgs
from cfnlint.api import lint

# What a schema says of a value: type, members, numbers, patterns, lengths, the formats of ids.
RULES = {
    "E1150", "E1154", "E1156", "E3002", "E3003", "E3008", "E3012", "E3014", "E3017", "E3018", "E3020", "E3021", "E3024",
    "E3030", "E3031", "E3032", "E3033", "E3034", "E3037", "E3040", "E3058", "E3065",
}  # fmt: skip
AT_ONCE = 100


def said(cases):
    resources = {f"R{index}": {"Type": name, "Properties": value} for index, (name, value) in enumerate(cases)}
    result = [[] for _ in cases]
    for match in lint(json.dumps({"Resources": resources}), config=ManualArgs(regions=["us-east-1"])):
        if match.rule.id in RULES:
            path = [str(part) for part in match.path]
            result[int(path[1][1:])].append([match.rule.id, "/".join(path[3:]), match.message])
    return result


cases = json.load(sys.stdin)
print(json.dumps([row for start in range(0, len(cases), AT_ONCE) for row in said(cases[start : start + AT_ONCE])]))
