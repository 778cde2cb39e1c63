"""Reads a CSV file with a header from standard input by Python's own reader and prints its rows as JSON objects."""

import csv
import io
import json
import sys

text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
print(json.dumps(list(csv.DictReader(text, strict=True))))
