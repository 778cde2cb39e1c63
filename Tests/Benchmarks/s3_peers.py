"""What boto3 needs for a listing, or for the checksums of objects by 64 threads: list | head."""

import sys
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

s3 = boto3.client("s3", config=Config(max_pool_connections=64))
keys = [
    item["Key"] for page in s3.get_paginator("list_objects_v2").paginate(Bucket="bucket", Prefix="p/")
    for item in page.get("Contents", [])]
if sys.argv[1] == "head":
    with ThreadPoolExecutor(64) as pool:
        answers = pool.map(lambda key: s3.head_object(Bucket="bucket", Key=key, ChecksumMode="ENABLED")["ChecksumCRC32"], keys)
        print(len(list(answers)))
else:
    print(len(keys))
