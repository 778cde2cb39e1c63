"""Packs a folder by Python's tarfile, or lists the regular files of an archive as JSON.

Arguments: pack FORMAT FOLDER NAME ARCHIVE, or list ARCHIVE.
"""

import json
import sys
import tarfile

if sys.argv[1] == "pack":
    form, folder, name, archive = sys.argv[2:]
    with tarfile.open(archive, "w:gz", format=getattr(tarfile, form + "_FORMAT")) as tar:
        tar.add(folder, arcname=name)
else:
    with tarfile.open(sys.argv[2]) as tar:
        print(json.dumps([{"path": member.name, "size": member.size} for member in tar if member.isfile()]))
