"""Reads HTML pages strictly, and prints a JSON array with what each shows and the complaints about it.

Usage: validate_html.py FILE...
"""

import base64
import hashlib
import json
import sys

import html5lib

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "b", "br", "ul", "li", "code", "span", "abbr",
    "a", "nav", "section", "div", "details", "summary", "meter", "svg", "desc", "rect", "text",
}
ATTRIBUTES = {
    "id", "class", "href", "title", "lang", "charset", "http-equiv", "content", "name", "open", "min", "max", "value", "aria-label",
    "aria-labelledby", "role", "viewBox", "x", "y", "width", "height", "fill", "font-size", "font-family",
}


def examine(name):
    with open(name, "rb") as file:
        data = file.read()
    complaints = []
    if len(data) > 1_000_000:
        complaints.append(f"{len(data)} bytes")
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=False)
    document = parser.parse(data, override_encoding="utf-8")
    complaints += [f"{place}: {error} {more}" for place, error, more in parser.errors]
    ids, links, code = [], [], []
    style = policy = ""
    for element in document.iter():
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"
        if tag not in ALLOWED:
            complaints.append(f"an element {tag}")
        for attribute in element.attrib:
            if attribute not in ATTRIBUTES:
                complaints.append(f"an attribute {attribute}")
        if "id" in element.attrib:
            ids.append(element.attrib["id"])
        if "href" in element.attrib:
            links.append(element.attrib["href"])
        if tag == "style":
            style = element.text
        if tag == "meta" and element.attrib.get("http-equiv") == "Content-Security-Policy":
            policy = element.attrib["content"]
        if tag == "code":
            code.append("".join(element.itertext()))
    if len(ids) != len(set(ids)):
        complaints.append("an id twice")
    complaints += [f"a link to {link}" for link in links if not link.startswith("#") or link[1:] not in ids]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    if policy != f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'":
        complaints.append(f"the policy {policy}")
    return {"complaints": complaints, "code": code, "links": len(links), "bytes": len(data)}


print(json.dumps([examine(name) for name in sys.argv[1:]]))
