"""Runs the queries of `optml sql` in DuckDB over buckets of odd shapes and compares them with `optml check`, of all models and of each.

    query_shapes.py OPTML COUNT RULES

COUNT is how many keys the largest has, and RULES are the ids of the rules that queries apply, with commas between. Prints JSON: how many
buckets, keys and findings there were, and the differences, of which there should be none.
"""

import collections
import hashlib
import json
import os
import sys
import tempfile

import bucket_tables as tables
import duckdb

optml, count, rules = sys.argv[1], int(sys.argv[2]), set(sys.argv[3].split(","))


def shapes():
    """Names of buckets, each with its models and keys."""
    chain = ["d/" * depth + "f" for depth in range(500)] + ["d/" * 250 + "d", "d/" * 499]
    yield "a chain of 500 levels", ["", "d/", "d/" * 10, "d/" * 100, "d/" * 499], chain
    long = "/".join(["p" * 224] * 4)
    many = [f"{long}/m/data/part-{number:07d}" for number in range(count)]
    yield "one prefix of 900 bytes", [long, f"{long}/m", f"{long}/m/data/"], many + [f"{long}/m/data/part-0000003/x", f"{long}/m/data/{'x' * 130}"]
    nested = ["a/f", "a/b/f", "a/b/c/f", "a/b/c/", "a/b", "a/b/c/d//e", "a/b/c", "a//f", "a/b/model-00001-of-00002.bin"]
    yield "models within models", ["", "a", "a/b", "a/b/c/", "a/b/c/d", "a//"], nested
    prefixes = ["a/x", "a/b/x", "ab/x", "a", "a/b", "ab", "a-/x", "a0/x", "a/b-/x", "abc/x", "a./x", "a/"]
    yield "prefixes of prefixes", ["a", "a/b", "ab", "a/b/", "abc", "a-", "a0", "a."], prefixes
    slashes = ["/", "//", "///", "/a", "//a", "/a/", "a//b", "a///b", "a//", "b/", "/b//c", "a/./b", "a/../b"]
    yield "slashes", ["", "/", "//", "/a", "a", "a//", "b", "/b//"], slashes
    yield "no models", [], ["a/x", "b//y", "c/"]
    yield "a model twice", ["a", "a/", "a", "b/", "b/"], ["a/x", "a//y", "a/", "b/", "b/x", "b"]
    yield "a bucket of nothing", ["a", "", "b/c"], []
    yield "a model in the root of the bucket", [""], ["config.json", "model.safetensors", "data", "data/x", "/", "..", "a/../b", "model-00002-of-00003.bin"]
    yield "folder markers alone", ["a", "a/b", "c/", "d", ""], ["a/", "a/b/", "a/b/c/", "c/", "e//"]
    yield "wildcards and quotes", ["a_b", "a%b/", "it's", "a\\_b", '"q"', "a__b"], [
        f"{prefix}/{name}" for prefix in ("a_b", "axb", "a%b", "aZZb", "it's", "its", "a\\_b", '"q"', "q", "a__b") for name in ("x", "x/y", "%", "_/", "'")]
    spaces = "\u0085\u00a0\u1680\u2003\u2028\u3000 \t"
    yield "white space of all kinds", ["m", "\u2003", " "], [f"{prefix}/{name}/x" for prefix in ("m", "\u2003", " ") for name in [*spaces, spaces, "a" + spaces]]
    yield "keys of the greatest length", ["m", "é"], [
        "m/" + "/".join(["é" * 127] * 4) + "/end", "m/" + "/".join(["x" * 203] * 5) + "ab", "m/" + "/".join(["x" * 203] * 5) + "abc",
        "m/" + "é" * 127 + "x", "m/" + "é" * 128, "é/" + "n" * 255, "é/" + "n" * 256, "é/" + "日" * 85, "é/" + "日" * 86]
    yield "one large model among many of one key", ["large/", *(f"small-{number:06d}/" for number in range(count // 10))], [
        *(f"large/data/part-{number:07d}" for number in range(count)), *(f"small-{number:06d}/{'..' if number % 977 == 0 else 'x'}" for number in range(count // 10)),
        "large/data/part-0000001/x"]
    shards = [f"model-0000{number}-of-00002.safetensors" for number in (1, 2)]
    yield "indexes in folders above and beside", [f"m{number}" for number in range(8)], [
        f"{model}/{key}" for model, keys in {
            "m0": shards, "m1": ["model.safetensors.index.json", *("a/b/" + name for name in shards)],
            "m2": ["a/model.safetensors.index.json", *("a/" + name for name in shards), *("b/" + name for name in shards)],
            "m3": ["a/model.safetensors.index.json", *("ab/" + name for name in shards), *("a//" + name for name in shards)],
            "m4": ["a/b/model.safetensors.index.json", *("a/" + name for name in shards)], "m5": [shards[0], "model.safetensors", "x/" + shards[1]],
            "m6": ["model.bin.index.json", *shards], "m7": ["model.safetensors.index.json", "a/" + shards[1], "a/b/c/" + shards[0]],
        }.items() for key in keys]


found, keys_total, findings = [], 0, 0
kinds = set()
for number_of_buckets, (name, models, keys) in enumerate(shapes(), 1):
    objects = [(key, 3, "STANDARD") for key in sorted(keys, key=str.encode)]
    keys_total += len(objects)
    with tempfile.TemporaryDirectory() as folder:
        listing = f"{folder}/listing.jsonl"
        tables.write_listing(listing, objects)
        with open(f"{folder}/keys.csv", "w", encoding="utf-8") as file:
            file.writelines(f"{tables.BUCKET},{key},3,STANDARD\n" for key, _, _ in reversed(objects))
        con = duckdb.connect()
        con.execute("SET threads = 2")
        columns = "{'bucket': 'varchar', 'key': 'varchar', 'size': 'bigint', 'storage_class': 'varchar'}"
        con.execute("CREATE TABLE keys (bucket varchar, key varchar, size bigint, storage_class varchar)")
        if objects:
            con.execute(f"INSERT INTO keys SELECT * FROM read_csv('{folder}/keys.csv', header = false, columns = {columns}, delim = ',', quote = '')")
        con.execute("CREATE TABLE models (bucket varchar, prefix varchar)")
        for model in models:
            con.execute("INSERT INTO models VALUES (?, ?)", [tables.BUCKET, model])
        with open(f"{folder}/models.csv", "w", encoding="utf-8") as file:
            file.writelines(f"s3://{tables.BUCKET}/{model}\n" for model in models)
        text = tables.run(optml, "sql", "--dialect", "duckdb", "--table", "keys", "--models", "models", "--case-clashes")
        queried = tables.of_query(con.execute(text).fetchall())
        if not models:
            # A list of nothing is a mistake to a command; to a query all keys lie outside.
            tables.run(optml, "check", "--listing", listing, "--models", f"{folder}/models.csv", statuses=(2,))
            found += [f"{name}: the query has {one}" for one in queried if one is not None]
            continue
        expected, _ = tables.of_check(optml, listing, rules, "--models", f"{folder}/models.csv")
        found += tables.differences(name, expected, queried)
        findings += sum(sum(counter.values()) for counter in expected.values())
        kinds |= {one[0] for counter in expected.values() for one in counter}
        # A model that is named with and without its slash is reported as it is given first.
        for model in list(dict.fromkeys(models))[:12]:
            if [tables.slashed(other) for other in dict.fromkeys(models)].count(tables.slashed(model)) == 1:
                prefix = tables.slashed(model)
                alone = tables.of_one_model(optml, listing, rules, model)
                found += tables.differences(
                    f"{name}, alone {model!r}", collections.defaultdict(collections.Counter, {prefix: expected[prefix]}),
                    collections.defaultdict(collections.Counter, {prefix: alone}))

def inventories():
    """Names of inventories in CSV, each with its rows: the key as it stands, whether it is the latest version, and whether it is a delete marker."""
    yield "encodings", [(key, "true", "false") for key in (
        "m/a+b", "m/a%2Bb", "m/a%20b", "m/%25", "m/%252F", "m%2Fslash", "m/x%00y", "m/%2E%2E", "m/%5C", "m/%C3%A9", "m/e%CC%81", "m/+", "m/%C2%85", "m/%F0%9F%98%80",
        "m/%22quoted%22", "m/a%2Cb", "m/line%0Aend", "m/%27", "n%2F%2F+", "%2Fx", "m/a%2fb", "m/a")]
    yield "versions", [
        ("m/a", "true", "false"), ("m/a", "false", "false"), ("m/a/b", "true", "true"), ("m/a/b", "false", "false"), ("m/c", "false", "true"), ("m/c", "true", "false"),
        ("m/d//e", "true", "true"), ("n/x", "true", "true"), ("o/", "true", "false"), ("o/", "false", "true"), ("p/..", "false", "false")]


def compare_inventory(name, rows):
    columns = "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, StorageClass"
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(f"{folder}/2026-11-30T01-00Z")
        os.makedirs(f"{folder}/data")
        content = "".join(f'"{tables.BUCKET}","{key}","v","{latest}","{marker}","3","STANDARD"\n' for key, latest, marker in rows).encode()
        with open(f"{folder}/data/one.csv", "wb") as file:
            file.write(content)
        manifest = f"{folder}/2026-11-30T01-00Z/manifest.json"
        with open(manifest, "w", encoding="utf-8") as file:
            json.dump({"sourceBucket": tables.BUCKET, "fileFormat": "CSV", "fileSchema": columns, "files": [
                {"key": "x/data/one.csv", "size": len(content), "MD5checksum": hashlib.md5(content).hexdigest()}]}, file)
        report = json.loads(tables.run(
            optml, "check", "--listing", manifest, "--s3-uri", f"s3://{tables.BUCKET}/", "--model-depth", "1", "--format", "json", statuses=(0, 1)))
        expected = collections.defaultdict(collections.Counter)
        for model in report["models"]:
            expected[model["s3Uri"].split("/", 3)[3]] = collections.Counter(tables.of_findings(model["findings"], rules))
        expected[None] = collections.Counter(tables.of_findings(report["findings"], rules))
        con = duckdb.connect()
        con.execute(tables.run(optml, "sql", "--dialect", "duckdb", "--table", "inventory", "--inventory", "csv", "--ddl", "--columns", columns,
                               "--location", manifest))
        text = tables.run(optml, "sql", "--dialect", "duckdb", "--table", "inventory", "--inventory", "csv", "--versions", "--columns", columns,
                          "--model-depth", "1", "--case-clashes")
        found.extend(tables.differences(name, expected, tables.of_query(con.execute(text).fetchall())))


for name, rows in inventories():
    compare_inventory(name, rows)

print(json.dumps({"buckets": number_of_buckets, "keys": keys_total, "findings": findings, "rules": sorted(kinds), "differences": found[:40]}))
