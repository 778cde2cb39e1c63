"""What boto3 needs for a listing."""

import boto3

count = sum(
    len(page.get("Contents", []))
    for page in boto3.client("s3").get_paginator("list_objects_v2").paginate(Bucket="bucket", Prefix="p/"))
print(count)
