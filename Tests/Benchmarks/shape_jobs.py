"""The jobs whose row is the worst of many shapes of data."""

import os
import sys

import shapes
import trees
from job import Contender, Job, MiB, WorstOf
from measure import Command

HERE = os.path.dirname(os.path.abspath(__file__))


def shape_jobs(optml, folder):
    """Each row, for the given executable and the folder of the data. Further kinds of data add theirs here."""
    return listing_jobs(optml, folder) + tree_jobs(optml, folder) + archive_jobs(optml, folder) + pack_jobs(optml, folder)


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


def file_name(kind, shape):
    return f"{kind}-{shape}".replace(" ", "-").replace(",", "")


def tree_jobs(optml, folder):
    """Directories of 100,000 small files, next to what walks or hashes them."""
    def job(shape, peer, command, text, contender):
        name = file_name("tree-random", shape)
        path = os.path.join(folder, name)
        return Job(
            shape, [name], Command(peer, text.format(path)),
            [contender(Command("optml " + command[0], [optml, command[0], path, *command[1:]]))], rounds=3)

    def worst(title, peer, command, text, **limits):
        return WorstOf(
            f"shapes, {title}",
            [job(shape, peer, command, text, lambda run: Contender(run, **limits)) for shape in trees.TREES])

    return [
        worst("check of a tree", "find -printf", ("check",), "find {} -printf '%s %p\\n'", at_least=0.8, peak=150 * MiB),
        worst(
            "manifest of a tree", "find | xargs -P2 md5sum", ("manifest", "--s3-uri", "s3://bucket/p/"),
            "find {} -type f -print0 | xargs -0 -P2 md5sum", at_least=1.5, peak=150 * MiB),
    ]


def archive_jobs(optml, folder):
    """Archives of the same trees, in which headers are nearly all there is."""
    def job(shape):
        name = file_name("archive", shape) + ".tar.gz"
        path = os.path.join(folder, name)
        return Job(
            shape, [name], Command("tar -tzf", f"tar -tzf {path}"),
            [Contender(Command("optml check", [optml, "check", path]), at_least=3, peak=150 * MiB)], rounds=3)

    return [WorstOf("shapes, check of a tar.gz", [job(shape) for shape in trees.TREES])]


def pack_jobs(optml, folder):
    """The same trees packed, of text and of random bytes."""
    ours, theirs = (os.path.join(folder, f"{name}.tar.gz") for name in ["packed", "peer"])

    def job(shape, contents, peer, text, at_least, size):
        name = file_name("tree-" + contents, shape)
        tree = os.path.join(folder, name)
        run = Command("optml pack", [optml, "pack", tree, "-o", ours, "--quiet", "--force"])
        return Job(
            f"{contents}, {shape}", [name], Command(peer, text.format(tree=tree, file=theirs)),
            [Contender(run, at_least, peak=200 * MiB, size=(ours, theirs, size))], rounds=1, has_first_round=False)

    def worst(peer, text, at_least, size):
        return WorstOf(
            f"shapes, pack against {peer}",
            [job(shape, contents, peer, text, at_least, size) for shape in trees.TREES for contents in trees.CONTENTS])

    return [
        worst("tar -czf", "tar -czf {file} -C {tree} .", 2.5, 1.05),
        worst("tar | pigz", "tar -cf - -C {tree} . | pigz > {file}", 1, None),
    ]
