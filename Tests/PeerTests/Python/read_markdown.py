"""Reads Markdown from standard input as GitHub does, and prints as JSON what markup is in it, and the text of its code spans.

Usage: read_markdown.py
"""

import json
import sys

from markdown_it import MarkdownIt

tokens = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"]).parse(sys.stdin.buffer.read().decode())
kinds, code = set(), []
for token in tokens:
    kinds.add(token.type)
    for child in token.children or []:
        kinds.add(child.type)
        if child.type == "code_inline":
            code.append(child.content)
print(json.dumps({"kinds": sorted(kinds), "code": code}))
