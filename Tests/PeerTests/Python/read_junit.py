"""Reads a JUnit file from standard input, and prints a JSON object with the text of each failure by its test case."""

import json
import sys
import xml.etree.ElementTree

root = xml.etree.ElementTree.parse(sys.stdin.buffer).getroot()
print(json.dumps({case.get("name"): failure.text for case in root.iter("testcase") for failure in case.iter("failure")}))
