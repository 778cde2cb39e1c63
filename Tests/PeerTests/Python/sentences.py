"""Prints every sentence of the documentation of CreateModel and of what it takes, once, in the order of the API."""

import html
import re

from service_model import model

seen, sentences = set(), []


def add(documentation):
    """Takes in the sentences of a piece of HTML."""
    text = re.sub(r"</?(p|li|ul|ol|note|important|dl|dt|dd)[^>]*>", "\n", documentation or "")
    for block in html.unescape(re.sub(r"<[^>]+>", "", text)).split("\n"):
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", " ".join(block.split())):
            if sentence and sentence not in sentences:
                sentences.append(sentence)


def visit(shape):
    """Takes in what is said of a shape and of all that it holds."""
    if shape.name in seen:
        return
    seen.add(shape.name)
    # What a member says of its shape stands in front of what the shape says of itself.
    add(shape.documentation)
    add(model.shape_for(shape.name).documentation)
    for member in getattr(shape, "members", {}).values() if shape.type_name == "structure" else []:
        add(member.documentation)
        visit(member)
    for name in ("member", "key", "value"):
        if hasattr(shape, name):
            visit(getattr(shape, name))


operation = model.operation_model("CreateModel")
add(operation.documentation)
visit(operation.input_shape)
print("\n".join(sentences))
