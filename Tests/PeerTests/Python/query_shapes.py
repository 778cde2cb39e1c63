"""Runs the queries of `optml sql` in DuckDB over buckets of odd shapes and compares them with `optml check`, of all models and of each.

    query_shapes.py OPTML COUNT RULES

COUNT is how many keys the largest has, and RULES are the ids of the rules that queries apply, with commas between. Prints JSON: how many
buckets, keys and findings there were, and the differences, of which there should be none.
"""

import collections
import json
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


found, keys_total, findings = [], 0, 0
kinds = set()
for name, models, keys in shapes():
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
        for model in dict.fromkeys(models):
            if [tables.slashed(other) for other in dict.fromkeys(models)].count(tables.slashed(model)) == 1:
                prefix = tables.slashed(model)
                alone = tables.of_one_model(optml, listing, rules, model)
                found += tables.differences(
                    f"{name}, alone {model!r}", collections.defaultdict(collections.Counter, {prefix: expected[prefix]}),
                    collections.defaultdict(collections.Counter, {prefix: alone}))

print(json.dumps({"buckets": 8, "keys": keys_total, "findings": findings, "rules": sorted(kinds), "differences": found[:40]}))
