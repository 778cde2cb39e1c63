"""Runs the queries of `optml sql` in DuckDB over random buckets and compares them with `optml check`.

    query_buckets.py OPTML SEED NUMBER RULES

RULES are the ids of the rules that queries apply, with commas between. Prints JSON: how many buckets, keys and findings there were, and
the differences, of which there should be none.
"""

import collections
import csv
import gzip
import hashlib
import json
import os
import random
import sys
import tempfile
import urllib.parse

import bucket_tables as tables
import duckdb
import sqlglot
from sqlglot import exp

optml, seed, number, rules = sys.argv[1], sys.argv[2], int(sys.argv[3]), set(sys.argv[4].split(","))
chance = random.Random(seed)
found = []


def sql(*arguments):
    return tables.run(optml, "sql", *arguments)


def transpiled(text, dialect):
    """A query for DuckDB, which has no length of a BLOB."""

    def mend(node):
        if isinstance(node, exp.Length) and isinstance(node.this, exp.Encode):
            return exp.Anonymous(this="strlen", expressions=[node.this.this])
        return node

    return sqlglot.parse_one(text, read=dialect).transform(mend).sql("duckdb")


def connection(rows, models):
    con = duckdb.connect()
    con.execute("SET threads = 2")
    con.execute("CREATE TABLE keys (bucket varchar, key varchar, size bigint, storage_class varchar)")
    con.execute("CREATE TABLE models (bucket varchar, prefix varchar)")
    fill(con, "keys", rows)
    fill(con, "models", [(tables.BUCKET, model) for model in models])
    return con


def fill(con, table, rows):
    """Rows by way of JSON, which DuckDB reads a hundred times as fast as it takes parameters."""
    if not rows:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        names = [one[0] for one in con.execute(f"DESCRIBE {table}").fetchall()]
        for row in rows:
            file.write(json.dumps(dict(zip(names, row))) + "\n")
        file.flush()
        types = ", ".join(f"{name}: '{kind}'" for name, kind, *_ in con.execute(f"DESCRIBE {table}").fetchall())
        con.execute(f"INSERT INTO {table} SELECT * FROM read_json('{file.name}', format = 'newline_delimited', columns = {{{types}}})")


def compare(name, expected, actual):
    found.extend(tables.differences(name, expected, actual))


with tempfile.TemporaryDirectory() as folder:
    all_buckets = tables.Buckets(seed, number)
    listing, models = all_buckets.write(folder)
    rows = all_buckets.rows()
    shuffled = rows[:]
    chance.shuffle(shuffled)
    con = connection(shuffled, all_buckets.models)

    # The models of a table, in each dialect that DuckDB can run.
    expected, report = tables.of_check(optml, listing, rules, "--models", models)
    text = sql("--dialect", "duckdb", "--table", "keys", "--models", "models", "--case-clashes")
    compare("duckdb", expected, tables.of_query(con.execute(text).fetchall()))
    for dialect in ("athena", "trino"):
        text = sql("--dialect", dialect, "--table", "keys", "--models", "models", "--case-clashes")
        compare(dialect, expected, tables.of_query(con.execute(transpiled(text, dialect)).fetchall()))

    # A listing in another order.
    unordered = f"{folder}/unordered.jsonl"
    # Equal keys have equal sizes here, so that nothing depends on which of them comes first; only the key that is named of archived
    # objects does.
    tables.write_listing(unordered, [row[1:] for row in shuffled])
    without = rules - {"archived-object"}
    compare("unordered", {prefix: collections.Counter({one: count for one, count in counter.items() if one[0] in without})
                          for prefix, counter in expected.items()} | {None: expected[None]},
            tables.of_check(optml, unordered, without, "--models", models)[0])

    # Some models by themselves.
    singles = chance.sample(all_buckets.models, min(len(all_buckets.models), 4 + number // 40))
    for model in singles:
        place = model.split("/", 1)[0] + "/"
        one = f"{folder}/one.jsonl"
        tables.write_listing(one, [row for row in all_buckets.objects if row[0].startswith(place)])
        twins = [other for other in all_buckets.models if tables.slashed(other) == tables.slashed(model)]
        if len(twins) == 1:
            prefix = tables.slashed(model)
            compare(f"alone {model!r}", collections.defaultdict(collections.Counter, {prefix: expected[prefix]}),
                    collections.defaultdict(collections.Counter, {prefix: tables.of_one_model(optml, one, rules, model)}))

    # All prefixes of a depth.
    for depth in (1, 2, 3):
        by_depth, _ = tables.of_check(optml, listing, rules, "--model-depth", str(depth))
        text = sql("--dialect", "duckdb", "--table", "keys", "--model-depth", str(depth), "--case-clashes")
        compare(f"depth {depth}", by_depth, tables.of_query(con.execute(text).fetchall()))
        text = sql("--dialect", "athena", "--table", "keys", "--model-depth", str(depth), "--case-clashes")
        compare(f"athena depth {depth}", by_depth, tables.of_query(con.execute(transpiled(text, "athena")).fetchall()))

    # What lies below a prefix, in the bucket or as a table with others besides.
    place = f"c{chance.randrange(number):06}/"
    tables.write_listing(f"{folder}/one.jsonl", [row for row in all_buckets.objects if row[0].startswith(place)])
    con.execute("CREATE TABLE more AS SELECT * FROM keys UNION ALL SELECT 'other-bucket', key, size, storage_class FROM keys")
    below = json.loads(tables.run(optml, "check", "--listing", f"{folder}/one.jsonl", "--listing-format", "json", "--s3-uri",
                                  f"s3://{tables.BUCKET}/{place}", "--model-depth", "1", "--format", "json", statuses=(0, 1)))
    wanted = collections.defaultdict(collections.Counter)
    for model in below["models"]:
        wanted[model["s3Uri"].split("/", 3)[3]] = collections.Counter(tables.of_findings(model["findings"], rules))
    wanted[None] = collections.Counter(tables.of_findings(below["findings"], rules))
    text = sql("--dialect", "duckdb", "--table", "more", "--model-depth", "1", "--s3-uri", f"s3://{tables.BUCKET}/{place}", "--case-clashes")
    compare("below", wanted, tables.of_query(con.execute(text).fetchall()))

    # The sums.
    text = sql("--dialect", "duckdb", "--table", "keys", "--models", "models", "--summary")
    known = {one["s3Uri"].split("/", 3)[3]: one for one in report["models"]}
    by_prefix = {tables.slashed(prefix): one for prefix, one in known.items()}
    plain = tables.of_query(con.execute(sql("--dialect", "duckdb", "--table", "keys", "--models", "models")).fetchall())
    for _, prefix, verdict, errors, warnings, notes, objects, files, size in con.execute(text).fetchall():
        counts = collections.Counter()
        for (_, severity, *_), count in plain[prefix].items():
            counts[severity] += count
        worst = next((severity for severity in ("error", "warning", "note") if counts[severity]), "ok")
        summary = by_prefix[prefix]["summary"]
        if (verdict, errors, warnings, notes) != (worst, counts["error"], counts["warning"], counts["note"]):
            found.append(f"summary: {prefix!r} has {verdict} {errors} {warnings} {notes}")
        if (objects, files) != (summary["objects"], summary["files"]):
            found.append(f"summary: {prefix!r} has {objects} objects and {files} files, not {summary}")

    # An inventory with old versions, delete markers and objects of Intelligent-Tiering, in CSV and in Parquet, by its own DDL.
    inventory = f"{folder}/inventory"
    os.makedirs(f"{inventory}/2026-11-30T01-00Z")
    os.makedirs(f"{inventory}/data")
    names = ["Bucket", "Key", "VersionId", "IsLatest", "IsDeleteMarker", "Size", "LastModifiedDate", "ETag", "StorageClass",
             "IntelligentTieringAccessTier"]
    tiers = ["", "", "FREQUENT", "ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS", "ARCHIVE", "DEEP_ARCHIVE"]
    lines = []
    # A key has one latest version; NUL is not kept in CSV by all readers.
    for key, (size, kept) in sorted({one[0]: one[1:] for one in all_buckets.objects if "\0" not in one[0]}.items(),
                                    key=lambda one: one[0].encode()):
        kind = chance.random()
        date, etag = "2026-01-01T00:00:00.000Z", "d41d8cd98f00b204e9800998ecf8427e"
        tier = chance.choice(tiers) if kept == "INTELLIGENT_TIERING" else ""
        marker = kind < 0.1
        lines.append([tables.BUCKET, key, "v1", "true", "true" if marker else "false", "" if marker else str(size), date,
                      "" if marker else etag, "" if marker else kept or "STANDARD", "" if marker else tier])
        if kind < 0.3:
            lines.append([tables.BUCKET, key, "v0", "false", "false", "7", date, etag, "GLACIER", ""])
    with gzip.open(f"{inventory}/data/1.csv.gz", "wt", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(
            [line[:1] + [urllib.parse.quote_plus(line[1], safe="/!-_.*'()")] + line[2:] for line in lines])
    with open(f"{inventory}/data/1.csv.gz", "rb") as file:
        content = file.read()
    manifest = f"{inventory}/2026-11-30T01-00Z/manifest.json"
    with open(manifest, "w", encoding="utf-8") as file:
        json.dump({"sourceBucket": tables.BUCKET, "destinationBucket": "arn:aws:s3:::inventories", "version": "2016-11-30",
                   "creationTimestamp": "1796000000000", "fileFormat": "CSV", "fileSchema": ", ".join(names),
                   "files": [{"key": "x/data/1.csv.gz", "size": len(content), "MD5checksum": hashlib.md5(content).hexdigest()}]}, file)
    text = tables.run(optml, "check", "--listing", manifest, "--models", models, "--format", "json", statuses=(0, 1))
    listed = collections.defaultdict(collections.Counter)
    inventory_report = json.loads(text)
    for model in inventory_report["models"]:
        listed[tables.slashed(model["s3Uri"].split("/", 3)[3])] += collections.Counter(tables.of_findings(model["findings"], rules))
    listed[None] = collections.Counter(tables.of_findings(inventory_report["findings"], rules))
    columns = ",".join(names)
    con.execute(sql("--dialect", "duckdb", "--table", "main.inventory", "--inventory", "csv", "--ddl", "--location", manifest, "--columns", columns))
    query = ["--models", "models", "--versions", "--columns", columns, "--case-clashes"]
    text = sql("--dialect", "duckdb", "--table", "main.inventory", "--inventory", "csv", *query)
    compare("csv", listed, tables.of_query(con.execute(text).fetchall()))
    text = sql("--dialect", "athena", "--table", "main.inventory", "--inventory", "csv", *query)
    compare("athena csv", listed, tables.of_query(con.execute(transpiled(text, "athena")).fetchall()))
    # In Parquet keys are as they are, and columns have types.
    con.execute(f"""COPY (SELECT bucket, url_decode(replace(key, '+', ' ')) AS key, versionid AS version_id, CAST(islatest AS boolean) AS is_latest,
        CAST(isdeletemarker AS boolean) AS is_delete_marker, TRY_CAST(size AS bigint) AS size, storageclass AS storage_class,
        intelligenttieringaccesstier AS intelligent_tiering_access_tier
        FROM read_csv('{inventory}/data/1.csv.gz', header = false, all_varchar = true, names = {[name.lower() for name in names]}))
        TO '{inventory}/data/1.parquet' (FORMAT parquet)""")
    with open(manifest, encoding="utf-8") as file:
        parquet = json.load(file)
    parquet["files"][0]["key"] = "x/data/1.parquet"
    with open(manifest, "w", encoding="utf-8") as file:
        json.dump(parquet, file)
    con.execute(sql("--dialect", "duckdb", "--table", "inventory parquet", "--inventory", "parquet", "--ddl", "--location", manifest))
    text = sql("--dialect", "duckdb", "--table", "inventory parquet", "--inventory", "parquet", *query)
    compare("parquet", listed, tables.of_query(con.execute(text).fetchall()))

    # Tables of S3 Metadata: the newest record of a key counts.
    once = {one[1]: one for one in rows}.values()
    plain_keys = connection(list(once), all_buckets.models)
    for kind, column in (("metadata", "is_delete_marker"), ("journal", "record_type")):
        type_name = "boolean" if kind == "metadata" else "varchar"
        plain_keys.execute(f"CREATE TABLE {kind} (bucket varchar, key varchar, sequence_number varchar, {column} {type_name}, size bigint, "
                           "storage_class varchar)")
        records, gone = [], []
        for bucket, key, size, kept in once:
            dead = chance.random() < 0.1
            if dead:
                gone.append(key)
            # What is no delete marker says so, or nothing.
            alive = chance.choice([False, None]) if kind == "metadata" else chance.choice(["CREATE", "UPDATE_METADATA"])
            last = (True if kind == "metadata" else "DELETE") if dead else alive
            records.append((bucket, key, "80b2", last, None if dead else size, None if dead else kept))
            if chance.random() < 0.3:
                records.append((bucket, key, "80a1", chance.choice([True, False]) if kind == "metadata" else "CREATE", 5, "GLACIER"))
        chance.shuffle(records)
        fill(plain_keys, kind, records)
        plain_keys.execute(f"CREATE TABLE left_{kind} AS SELECT * FROM keys WHERE key NOT IN (SELECT unnest(?))", [gone])
        flag = "--metadata-table" if kind == "metadata" else "--metadata-journal"
        wanted = tables.of_query(plain_keys.execute(sql("--dialect", "duckdb", "--table", f"left_{kind}", "--models", "models")).fetchall())
        for dialect in ("duckdb", "athena"):
            text = sql("--dialect", dialect, "--table", kind, flag, "--models", "models")
            text = text if dialect == "duckdb" else transpiled(text, dialect)
            compare(f"{dialect} {kind}", wanted, tables.of_query(plain_keys.execute(text).fetchall()))

findings = sum(sum(counter.values()) for counter in expected.values())
print(json.dumps({"buckets": number, "keys": len(rows), "findings": findings, "rules": sorted({one[0] for counter in expected.values() for one in counter}),
                  "differences": found[:40]}))
