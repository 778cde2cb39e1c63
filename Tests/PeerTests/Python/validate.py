"""Validates values against botocore's service model of SageMaker.

Reads a JSON array of values from standard input and prints an array with the complaints about each. The argument names the
shape; without one they are ModelDataSource blocks.
"""

import json
import sys

from service_model import complaints, model

shape = model.shape_for(sys.argv[1] if len(sys.argv) > 1 else "ModelDataSource")
print(json.dumps([complaints(value, shape, shape.name) for value in json.load(sys.stdin)]))
