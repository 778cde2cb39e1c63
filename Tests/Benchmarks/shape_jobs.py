"""The jobs whose row is the worst of many shapes of data."""

import os
import sys

import shapes
from job import Contender, Job, MiB, WorstOf
from measure import Command

HERE = os.path.dirname(os.path.abspath(__file__))


def shape_jobs(optml, folder):
    """Each row, for the given executable and the folder of the data. Further kinds of data add theirs here."""
    return listing_jobs(optml, folder)


def listing_jobs(optml, folder):
    """Listings of a million keys: the commands, next to what Python needs to check the same listing."""
    def job(form, shape, command, contender):
        name = f"{form}-{shape}".replace(" ", "-").replace(",", "")
        path = os.path.join(folder, name)
        peer = Command("Python", [sys.executable, os.path.join(HERE, "listings.py"), "peer-json" if form == "json" else "peer-keys", path])
        arguments = [optml, *command, "--listing", path, "--s3-uri", "s3://bucket/p/"]
        return Job(shape, [name], peer, [contender(Command("optml " + command[0], arguments))], rounds=3)

    def worst(title, form, kinds, command=("check",), **limits):
        return WorstOf(
            f"shapes, {title}", [job(form, kind, command, lambda run: Contender(run, **limits)) for kind in kinds])

    return [
        worst("sorted keys", "keys", shapes.SHAPES, at_least=25, peak=64 * MiB),
        worst("shuffled keys", "shuffled", shapes.SHAPES, at_least=8, peak=150 * MiB),
        worst("list-objects-v2", "json", shapes.SHAPES, at_least=8),
        worst("a finding for each key", "keys", shapes.ARCHIVES, at_least=10),
        worst("layout of a million keys", "keys", shapes.SHAPES, ("layout",), seconds=0.8, peak=150 * MiB),
        worst(
            "layout of a million keys as JSON", "keys", shapes.SHAPES, ("layout", "--format", "json"), seconds=1),
    ]
