"""Packs a folder by Python's tarfile, lists the regular files of an archive as JSON, or unpacks one under its data filter.

Arguments: pack FORMAT FOLDER NAME ARCHIVE, list ARCHIVE, or unpack ARCHIVE FOLDER.
"""

import json
import sys
import tarfile

if sys.argv[1] == "pack":
    form, folder, name, archive = sys.argv[2:]
    with tarfile.open(archive, "w:gz", format=getattr(tarfile, form + "_FORMAT")) as tar:
        tar.add(folder, arcname=name)
elif sys.argv[1] == "unpack":
    with tarfile.open(sys.argv[2], errorlevel=2) as tar:
        tar.extractall(sys.argv[3], filter="data")
else:
    with tarfile.open(sys.argv[2]) as tar:
        print(json.dumps([{"path": member.name, "size": member.size} for member in tar if member.isfile()]))
