"""Random buckets as one listing for `optml check`, and as tables for engines, with what both find in the same form."""

import collections
import json
import subprocess

import buckets

BUCKET = "amzn-bucket"
COLUMNS = ["rule", "severity", "key", "path", "count"]


def run(optml, *arguments, statuses=(0,)):
    result = subprocess.run([optml, *arguments], capture_output=True, check=False)
    if result.returncode not in statuses:
        raise RuntimeError(f"optml {' '.join(arguments)}: {result.returncode}: {result.stderr.decode()[:2000]}")
    return result.stdout.decode()


class Buckets:
    """So many random buckets, each below a prefix of its own in one bucket."""

    def __init__(self, seed, number):
        self.models, self.objects = [], []
        for case in range(number):
            prefixes, objects = buckets.bucket(seed, case)
            models = buckets.given(f"{seed}/{case}/models", prefixes)
            place = f"c{case:06}/"
            self.models += [place + model for model in models]
            self.objects += [(place + key, size, kept) for key, size, kept in objects]
        self.objects.sort(key=lambda one: one[0].encode())

    def rows(self):
        return [(BUCKET, key, size, kept) for key, size, kept in self.objects]

    def write(self, folder):
        """Writes the listing and the list of models, and returns their paths."""
        listing, models = f"{folder}/listing.jsonl", f"{folder}/models.txt"
        write_listing(listing, self.objects)
        with open(models, "w", encoding="utf-8", newline="") as file:
            file.writelines(f"s3://{BUCKET}/{model}\n" for model in self.models)
        return listing, models


def write_listing(path, objects):
    with open(path, "w", encoding="utf-8") as file:
        for key, size, kept in objects:
            one = {"Key": key, "Size": size}
            if kept:
                one["StorageClass"] = kept
            file.write(json.dumps(one) + "\n")
        if not objects:
            file.write("null")


def slashed(prefix):
    return prefix if prefix == "" or prefix.endswith("/") else prefix + "/"


def of_findings(found, rules):
    return [tuple(one.get(column) for column in COLUMNS) for one in found if one["rule"] in rules]


def of_check(optml, listing, rules, *arguments):
    """What `check` finds of each model, by its prefix; under None what it finds of the whole."""
    text = run(optml, "check", "--listing", listing, "--listing-format", "json", "--s3-uri", f"s3://{BUCKET}/", *arguments,
               "--format", "json", statuses=(0, 1))
    report = json.loads(text)
    found = collections.defaultdict(collections.Counter)
    for model in report["models"]:
        prefix = slashed(model["s3Uri"].split("/", 3)[3])
        found[prefix] += collections.Counter(of_findings(model["findings"], rules))
    found[None] = collections.Counter(of_findings(report["findings"], rules))
    return found, report


def of_one_model(optml, listing, rules, prefix):
    """What `check` finds of one model by itself."""
    text = run(optml, "check", "--listing", listing, "--listing-format", "json", "--s3-uri", f"s3://{BUCKET}/{prefix}", "--s3-data-type",
               "S3Prefix", "--format", "json", statuses=(0, 1))
    return collections.Counter(of_findings(json.loads(text)["findings"], rules - {"key-outside-prefix"}))


def of_query(rows):
    """What a query found, by the prefix of the model."""
    found = collections.defaultdict(collections.Counter)
    for bucket, prefix, *finding in rows:
        if bucket != BUCKET:
            raise RuntimeError(f"a finding in the bucket {bucket!r}")
        found[prefix][tuple(finding)] += 1
    return found


def differences(name, expected, actual):
    """What is in one and not in the other, as texts."""
    texts = []
    for prefix in sorted(set(expected) | set(actual), key=lambda one: one or ""):
        missing, unexpected = expected[prefix] - actual[prefix], actual[prefix] - expected[prefix]
        texts += [f"{name}: {prefix!r} lacks {one}" for one in missing]
        texts += [f"{name}: {prefix!r} has {one}" for one in unexpected]
    return texts
