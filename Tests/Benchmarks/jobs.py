"""The jobs that are compared, with the ratios that have to be reached on two quiet cores."""

import os
import sys

from job import Contender, Job, MiB
from measure import Command
from s3_jobs import s3_jobs
from shape_jobs import shape_jobs

HERE = os.path.dirname(os.path.abspath(__file__))
URI = "s3://bucket/prefix/"


def all_jobs(optml, folder, scale):
    """Every job, for the given executable, the folder of the data, and how much of it there is (1 for all)."""
    def data(name):
        return os.path.join(folder, name)

    def ours(*arguments, **options):
        return Command("optml " + arguments[0], [optml, *arguments], **options)

    def script(name, *arguments):
        return Command("Python", [sys.executable, os.path.join(HERE, name), *arguments])

    def shell(name, text):
        return Command(name, text)

    jobs = []

    big = data("big.bin")
    kernels = [("avx512", 15), ("avx2", 10), ("sse2", 6)] if os.uname().machine == "x86_64" else [("neon", None)]
    jobs.append(Job(
        "etag, 4 GiB in parts of 8 MiB", ["big.bin"], shell("md5sum", f"md5sum {big}"),
        [
            Contender(
                Command(f"optml etag, {kernel}", [optml, "etag", big], {"OPTML_MD5": kernel}),
                ratio, peak=64 * MiB, unavailable=64)
            for kernel, ratio in kernels
        ],
        rounds=3))

    shards = data("shards")
    jobs.append(Job(
        "manifest, 8 files of 512 MiB", ["shards"], shell("md5sum", f"md5sum {shards}/*"),
        [Contender(ours("manifest", shards, "--s3-uri", URI), 13, peak=64 * MiB)], rounds=3))

    small = data("small")
    jobs.append(Job(
        "manifest, 200,000 small files", ["small"],
        shell("find | xargs -P2 md5sum", f"find {small} -type f -print0 | xargs -0 -P2 md5sum"),
        [Contender(ours("manifest", small, "--s3-uri", URI), 3, peak=150 * MiB)]))
    jobs.append(Job(
        "check, directory of 200,000 files", ["small"],
        shell("find -printf", f"find {small} -printf '%s %p\\n'"),
        [Contender(ours("check", small), 0.8, peak=150 * MiB)]))

    for title, name, at_least in [
        ("text, 75,000 members", "text.tar.gz", 5),
        ("float32 weights", "float32.tar.gz", 2.7),
        ("stored blocks", "stored.tar.gz", 25),
        ("200,000 small members", "members.tar.gz", 4),
    ]:
        path = data(name)
        jobs.append(Job(
            f"check, tar.gz of {title}", [name], shell("tar -tzf", f"tar -tzf {path}"),
            [Contender(ours("check", path), at_least, peak=150 * MiB)], rounds=3))
        jobs.append(Job(
            f"check with the archive's own ETag, tar.gz of {title}", [name], ours("check", path),
            [Contender(ours("check", "--etags", path), 1 / 1.15)]))

    for title, name, peer, at_least, peak in [
        ("10 million sorted keys", "sorted.txt", "peer-keys", 60, 64 * MiB),
        ("10 million shuffled keys", "shuffled.txt", "peer-keys", 20, None),
        ("10 million objects as list-objects-v2", "objects.json", "peer-json", 10, None),
    ]:
        path = data(name)
        jobs.append(Job(
            f"check, {title}", [name], script("listings.py", peer, path),
            # There are clashes among the keys.
            [Contender(ours("check", "--listing", path, "--s3-uri", "s3://bucket/p/", status=1), at_least, peak=peak)], rounds=3))

    jobs += comparison_jobs(optml, folder)
    jobs += table_jobs(optml, folder, scale)
    jobs += shape_jobs(optml, folder)
    jobs += pack_jobs(optml, folder)
    jobs += s3_jobs(optml, folder, scale)
    jobs.append(Job(
        "--version", [], shell("true", "exec true"),
        [Contender(Command("optml --version", [optml, "--version"]), seconds=0.005)], rounds=50))
    return jobs


def comparison_jobs(optml, folder):
    """Two listings of ten million objects, next to a script with two dictionaries."""
    jobs = []
    for order, ending in [("sorted", ""), ("shuffled", "-shuffled")]:
        old, new, manifest = f"compared-old{ending}.json", f"compared-new{ending}.json", f"compared-manifest{ending}.csv"
        for title, first, arguments in [
            ("diff, two listings", old, ["diff", "--s3-uri-a", "s3://bucket/p/", "--s3-uri-b", "s3://bucket/p/"]),
            ("verify, a manifest and a listing", manifest, ["verify", "--s3-uri", "s3://bucket/p/"]),
        ]:
            before, after = os.path.join(folder, first), os.path.join(folder, new)
            command = [optml, *arguments, before, *([after] if arguments[0] == "diff" else ["--listing", after])]
            jobs.append(Job(
                f"{title} of 10 million {order} objects", [first, new],
                Command("Python", [sys.executable, os.path.join(HERE, "comparisons.py"), "peer", before, after]),
                [Contender(
                    Command("optml " + arguments[0], command, status=1 if arguments[0] == "verify" else 0), 10, peak=500 * MiB)],
                rounds=1, has_first_round=False))
    return jobs


def table_jobs(optml, folder, scale):
    """Many models of one bucket: next to one model, and next to the engines that `optml sql` writes queries for."""
    keys, table = os.path.join(folder, "models.txt"), os.path.join(folder, "models.parquet")
    each = Command(
        "optml check, each model", [optml, "check", "--listing", keys, "--s3-uri", "s3://bucket/", "--model-depth", "2", "--quiet"], status=1)
    jobs = [Job(
        "check, 10 million keys in 100,000 models", ["models.txt"],
        Command("optml check, one model", [optml, "check", "--listing", keys, "--s3-uri", "s3://bucket/", "--quiet"], status=1),
        [Contender(each, 0.5)], rounds=3)]
    for title, name in [("10 files", "inventory"), ("1,000 files", "inventory-files")]:
        inventory = os.path.join(folder, name)
        command = [optml, "check", "--listing", os.path.join(inventory, "manifest.json"), "--s3-uri", "s3://bucket/", "--quiet"]
        # 1.8 million keys a second.
        jobs.append(Job(
            f"check, inventory of 10 million keys in {title} of CSV.gz", [name],
            Command("Python", [sys.executable, os.path.join(HERE, "tables.py"), "peer", inventory]),
            [Contender(Command("optml check", command, status=1), 4, peak=64 * MiB, seconds=10 / 1.8 * scale)], rounds=1,
            has_first_round=False))
    # The engines come from PyPI with the peers of the tests.
    python = os.path.join(os.path.dirname(os.path.dirname(HERE)), ".venv", "bin", "python")
    if not os.path.exists(python):
        return jobs
    for title, engine in [("DuckDB", "duckdb"), ("Spark", "spark")]:
        jobs.append(Job(
            f"10 million keys in 100,000 models, in Parquet for {title}", ["models.txt", "models.parquet"],
            Command(title, [python, os.path.join(HERE, "tables.py"), engine, table, optml]), [Contender(each)], rounds=1,
            has_first_round=False))
    return jobs


def pack_jobs(optml, folder):
    """Packing: how much faster, and how large the archive, next to each of the usual ways."""
    ours, fast, theirs = (os.path.join(folder, f"{name}.tar.gz") for name in ["packed", "packed-fast", "peer"])

    def pack(tree, file, *options):
        return Command(
            " ".join(["optml pack", *options]), [optml, "pack", tree, "-o", file, "--quiet", "--force", *options])

    jobs = []
    for name, gzip_ratio, size in [("float32", 10, None), ("bfloat16", 25, None), ("text", 4, 1.05)]:
        tree = os.path.join(folder, name)
        peers = [
            ("tar -czf", f"tar -czf {theirs} -C {tree} .", gzip_ratio, size),
            ("tar | pigz", f"tar -cf - -C {tree} . | pigz > {theirs}", 1, None),
            ("bsdtar -czf", f"bsdtar -czf {theirs} -C {tree} .", 1, None),
        ]
        if name != "text":
            peers.append(("tar -cf", f"tar -cf {theirs} -C {tree} .", 0.8, None))
        for title, command, at_least, limit in peers:
            contenders = [Contender(pack(tree, ours), at_least, peak=200 * MiB, size=(ours, theirs, limit))]
            if name == "float32" and title == "tar -czf":
                contenders.append(
                    Contender(pack(tree, fast, "--level", "fast"), 20, peak=200 * MiB, size=(fast, theirs, 1)))
            jobs.append(Job(
                f"pack, {name}, against {title}", [name], Command(title, command), contenders, rounds=1,
                has_first_round=False))

    # Others find in the archive what the tree has, the size that no tar header can hold included.
    tree = os.path.join(folder, "sparse")
    proofs = [
        Command("tar -x", f"tar -xOzf {ours} sparse.bin | cmp - {tree}/sparse.bin"),
        Command("bsdtar -x", f"bsdtar -xOf {ours} sparse.bin | cmp - {tree}/sparse.bin"),
        Command("Python", [
            sys.executable, "-c",
            "import os, sys, tarfile\n"
            "sizes = {member.name: member.size for member in tarfile.open(sys.argv[1])}\n"
            "sys.exit(sizes != {name: os.path.getsize(os.path.join(sys.argv[2], name)) for name in os.listdir(sys.argv[2])})",
            ours, tree]),
    ]
    jobs.append(Job(
        "pack, a sparse file of 9 GiB", ["sparse"], Command("tar -czf", f"tar -czf {theirs} -C {tree} ."),
        [Contender(pack(tree, ours), 1, peak=200 * MiB, size=(ours, theirs, None), proofs=proofs)], rounds=1,
        has_first_round=False))
    return jobs
