"""How the HTML report of the command stands in a notebook."""

from __future__ import annotations

import html


def framed(page: str) -> str:
    """A page in a frame of its own, so that its style sheet does not touch the notebook's; its scripts, had it any, do not run."""
    return (
        f'<iframe sandbox srcdoc="{html.escape(page)}" title="optml report" '
        'style="width:100%;height:32em;border:0;resize:vertical"></iframe>'
    )
