"""All data of the benchmarks by name, made from seeds where it is not there yet."""

import os
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True

import archives
import comparisons
import files
import listings
import pack
import shapes
import tables
import trees

MiB = 1 << 20

# A name, and what makes it: given a path and how much of the full size, from 0 to 1.
MAKERS = {
    "big.bin": lambda path, scale: files.make_big_file(path, int(4096 * MiB * scale)),
    "shards": lambda path, scale: files.make_big_files(path, 8, int(512 * MiB * scale)),
    "small": lambda path, scale: files.make_small_files(path, int(200_000 * scale)),
    "text.tar.gz": archives.make_text_archive,
    "float32.tar.gz": archives.make_float32_archive,
    "stored.tar.gz": archives.make_stored_archive,
    "members.tar.gz": archives.make_small_members_archive,
    "sorted.txt": lambda path, scale: listings.make_sorted_keys(path, int(listings.COUNT * scale)),
    "shuffled.txt": lambda path, scale: listings.make_shuffled_keys(path, int(listings.COUNT * scale)),
    "objects.json": lambda path, scale: listings.make_list_objects_json(path, int(listings.COUNT * scale)),
    "models.txt": lambda path, scale: tables.make_keys(path, int(tables.COUNT * scale)),
    "inventory": lambda path, scale: tables.make_inventory(path, int(tables.COUNT * scale)),
    "inventory-files": lambda path, scale: tables.make_inventory(path, int(tables.COUNT * scale), 10_000),
    "models.parquet": lambda path, scale: make_table(path, int(tables.COUNT * scale)),
    "float32": lambda path, scale: pack.make_float32_tree(path, int(1024 * MiB * scale)),
    "bfloat16": lambda path, scale: pack.make_bfloat16_tree(path, int(1024 * MiB * scale)),
    "sparse": lambda path, scale: pack.make_sparse_tree(path, int(9 * 1024 * MiB * scale)),
    "text": lambda path, scale: pack.make_text_tree(path, int(256 * MiB * scale)),
}


def make_table(path, count):
    """Makes a Parquet file, with the Python of the tests' peers."""
    checkout = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    python = os.path.join(checkout, ".venv", "bin", "python")
    subprocess.run([python, tables.__file__, "parquet", path, str(count)], check=True)


MAKERS |= {
    f"{form}-{shape}".replace(" ", "-").replace(",", ""):
        lambda path, scale, form=form, shape=shape: shapes.make(path, shape, form, int(shapes.COUNT * scale))
    for form in ["keys", "shuffled", "json"] for shape in {**shapes.SHAPES, **shapes.ARCHIVES}
}

MAKERS |= {
    f"compared-{kind}." + ("csv" if kind.startswith("manifest") else "json"):
        lambda path, scale, kind=kind: comparisons.make(kind, path, int(comparisons.COUNT * scale))
    for name in ["old", "new", "manifest"] for kind in [name, name + "-shuffled"]
}

MAKERS |= {
    f"tree-{contents}-{shape}".replace(" ", "-").replace(",", ""):
        lambda path, scale, shape=shape, contents=contents: trees.make_tree(path, shape, contents, int(trees.FILES * scale))
    for contents in trees.CONTENTS for shape in trees.TREES
}
MAKERS |= {
    f"archive-{shape}".replace(" ", "-").replace(",", "") + ".tar.gz":
        lambda path, scale, shape=shape: trees.make_archive(path, shape, int(trees.FILES * scale))
    for shape in trees.TREES
}


def make(folder, name, scale):
    """The path of the data in `folder`; made under another name first, so that half of it is never taken for all."""
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        unfinished = path + ".unfinished"
        if os.path.isdir(unfinished):
            shutil.rmtree(unfinished)
        # In a process of its own: what this one has had in memory counts as the peak of all that it starts.
        subprocess.run([sys.executable, __file__, name, unfinished, str(scale)], check=True)
        os.rename(unfinished, path)
    return path


if __name__ == "__main__":
    MAKERS[sys.argv[1]](sys.argv[2], float(sys.argv[3]))
