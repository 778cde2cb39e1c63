"""Runs the queries of `optml sql` in Spark over random buckets and compares them with `optml check`.

    query_spark.py OPTML SEED NUMBER RULES

Prints JSON: how many buckets, keys and findings there were, and the differences, of which there should be none.
"""

import json
import sys
import tempfile

import bucket_tables as tables
from pyspark.sql import SparkSession

optml, seed, number, rules = sys.argv[1], sys.argv[2], int(sys.argv[3]), set(sys.argv[4].split(","))
all_buckets = tables.Buckets(seed, number)
session = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "2")
           .config("spark.default.parallelism", "2").config("spark.driver.bindAddress", "127.0.0.1")
           .config("spark.driver.host", "127.0.0.1").getOrCreate())
session.sparkContext.setLogLevel("OFF")
found = []
with tempfile.TemporaryDirectory() as folder:
    listing, models = all_buckets.write(folder)
    session.createDataFrame(all_buckets.rows(), "bucket string, key string, size bigint, storage_class string").createOrReplaceTempView("keys")
    session.createDataFrame([(tables.BUCKET, model) for model in all_buckets.models], "bucket string, prefix string").createOrReplaceTempView("models")
    expected, _ = tables.of_check(optml, listing, rules, "--models", models)
    text = tables.run(optml, "sql", "--dialect", "spark", "--table", "keys", "--models", "models", "--case-clashes")
    found += tables.differences("spark", expected, tables.of_query(tuple(row) for row in session.sql(text.rstrip().rstrip(";")).collect()))
    # The statements for a table are read by Spark's own parser, and those for Athena by the same, since both are Hive's.
    parser = session._jsparkSession.sessionState().sqlParser()
    for dialect in ("spark", "athena"):
        for form in ("csv", "parquet", "orc"):
            text = tables.run(optml, "sql", "--dialect", dialect, "--table", "lake.`s3 inventory`", "--inventory", form, "--versions", "--ddl",
                              "--location", "s3://inventories/it's/bucket/all/hive/")
            for statement in text.split(";\n"):
                if statement.strip():
                    parser.parsePlan(statement)
session.stop()
findings = sum(sum(counter.values()) for counter in expected.values())
print(json.dumps({"buckets": number, "keys": len(all_buckets.objects), "findings": findings, "rules": sorted({one[0] for counter in expected.values() for one in counter}), "differences": found[:40]}))
