"""A bucket of many models as keys and as a table, and what engines need for the queries of `optml sql`.

    python3 Tests/Benchmarks/tables.py keys FILE [COUNT]              plain keys in byte order, 100 a model
    .venv/bin/python Tests/Benchmarks/tables.py parquet FILE [COUNT]  the same as a table of bucket, key, size and storage class
    python3 Tests/Benchmarks/tables.py inventory FOLDER [COUNT]       the same as an S3 Inventory in CSV.gz, a million keys a file
    python3 Tests/Benchmarks/tables.py inventory-files FOLDER [COUNT] the same in files of ten thousand keys
    python3 Tests/Benchmarks/tables.py peer FOLDER                    a script that reads an inventory with csv and gzip and counts
    .venv/bin/python Tests/Benchmarks/tables.py duckdb FILE OPTML     the query in DuckDB, on two threads
    .venv/bin/python Tests/Benchmarks/tables.py spark FILE OPTML      the query in Spark on this machine, on two threads

The models are all prefixes of two components. One in a thousand has a key that fails it.
"""

import csv
import gzip
import hashlib
import json
import os
import subprocess
import sys
import time
import urllib.parse

COUNT = 10_000_000
KEYS_OF_MODEL = 100
SCHEMA = "Bucket, Key, Size, LastModifiedDate, ETag, StorageClass"


def _keys(count):
    """Yields the keys of each model, in byte order."""
    for model in range(max(1, count // KEYS_OF_MODEL)):
        prefix = f"models/model-{model:07d}/"
        names = ["config.json", "generation_config.json"]
        if model % 1000 == 0:
            names += ["data//x"]
        names += [f"data/part-{number:05d}.arrow" for number in range(KEYS_OF_MODEL - len(names) - 1)] + ["tokenizer.json"]
        yield [prefix + name for name in sorted(names)]


def make_keys(path, count=COUNT):
    """Writes the keys one a line."""
    with open(path, "w", buffering=1 << 20) as file:
        for keys in _keys(count):
            file.write("\n".join(keys))
            file.write("\n")


def make_parquet(path, count=COUNT):
    """Writes a table of the same keys."""
    import duckdb

    make_keys(path + ".keys", count)
    con = duckdb.connect()
    con.execute(
        f"""COPY (SELECT 'bucket' AS bucket, key, 1000 AS size, 'STANDARD' AS storage_class
        FROM read_csv('{path}.keys', header = false, columns = {{'key': 'varchar'}}, delim = '\t', quote = '')) TO '{path}' (FORMAT parquet)""")
    subprocess.run(["rm", path + ".keys"], check=True)


def make_inventory(folder, count=COUNT, keys_of_file=1_000_000):
    """Writes an inventory as S3 does: a manifest.json with its checksum, and beside it data/ with the compressed files."""
    os.makedirs(os.path.join(folder, "data"), exist_ok=True)
    files, lines, number = [], [], 0

    def write():
        name = f"{len(files):08d}.csv.gz"
        # Without a name and a time in it, so that it is the same bytes each time.
        content = gzip.compress("".join(lines).encode(), 6, mtime=0)
        with open(os.path.join(folder, "data", name), "wb") as file:
            file.write(content)
        files.append({"key": f"inventory/bucket/all/data/{name}", "size": len(content), "MD5checksum": hashlib.md5(content).hexdigest()})
        lines.clear()

    for keys in _keys(count):
        for key in keys:
            tag = f"{(number * 0x9E3779B97F4A7C15F39CC0605CEDC835 + 1) % (1 << 128):032x}"
            lines.append(f'"bucket","{urllib.parse.quote(key)}","{1000 + number % 77}","2026-11-01T00:00:00.000Z","{tag}","STANDARD"\n')
            number += 1
            if len(lines) == keys_of_file:
                write()
    if lines:
        write()
    manifest = json.dumps({
        "sourceBucket": "bucket", "destinationBucket": "arn:aws:s3:::inventory", "version": "2016-11-30", "creationTimestamp": "1764464400000",
        "fileFormat": "CSV", "fileSchema": SCHEMA, "files": files})
    with open(os.path.join(folder, "manifest.json"), "w") as file:
        file.write(manifest)
    with open(os.path.join(folder, "manifest.checksum"), "w") as file:
        file.write(hashlib.md5(manifest.encode()).hexdigest())


def run_python(folder):
    """Reads an inventory and returns how many keys have an empty component."""
    with open(os.path.join(folder, "manifest.json")) as file:
        manifest = json.load(file)
    place, found = [name.strip() for name in manifest["fileSchema"].split(",")].index("Key"), 0
    for one in manifest["files"]:
        with gzip.open(os.path.join(folder, "data", os.path.basename(one["key"])), "rt", newline="") as file:
            for row in csv.reader(file):
                key = urllib.parse.unquote_plus(row[place]) if "%" in row[place] or "+" in row[place] else row[place]
                found += "//" in key
    return found


def _query(optml, dialect, table):
    return subprocess.run(
        [optml, "sql", "--dialect", dialect, "--table", f'"{table}"', "--model-depth", "2"],
        capture_output=True, text=True, check=True).stdout


def run_duckdb(path, optml):
    """Runs the query and returns how many findings there are."""
    import duckdb

    con = duckdb.connect()
    con.execute("SET threads = 2")
    return len(con.execute(_query(optml, "duckdb", path)).fetchall())


def run_spark(path, optml):
    """Runs the query and returns how many findings there are."""
    from pyspark.sql import SparkSession

    session = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.driver.memory", "8g")
               .config("spark.sql.shuffle.partitions", "8").config("spark.driver.bindAddress", "127.0.0.1")
               .config("spark.driver.host", "127.0.0.1").getOrCreate())
    session.sparkContext.setLogLevel("OFF")
    session.read.parquet(path).createOrReplaceTempView("keys")
    count = len(session.sql(_query(optml, "spark", "keys").rstrip().rstrip(";")).collect())
    session.stop()
    return count


def main():
    commands = {
        "keys": make_keys, "parquet": make_parquet, "inventory": make_inventory,
        "inventory-files": lambda folder, count=COUNT: make_inventory(folder, count, 10_000), "peer": run_python, "duckdb": run_duckdb,
        "spark": run_spark,
    }
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in commands:
        sys.exit(__doc__)
    start = time.perf_counter()
    rest = sys.argv[3:] if sys.argv[1] in ("duckdb", "spark") else map(int, sys.argv[3:])
    result = commands[sys.argv[1]](sys.argv[2], *rest)
    if result is not None:
        print(f"{result} findings")
    print(f"{time.perf_counter() - start:.2f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
