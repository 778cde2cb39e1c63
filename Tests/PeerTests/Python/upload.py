"""Uploads the files of a folder by boto3 once for each transfer configuration.

Arguments: the bucket, which is created, the folder, and PREFIX:CHUNK_SIZE:THRESHOLD for each configuration.
"""

import os
import sys

import boto3
from boto3.s3.transfer import TransferConfig

bucket, folder, *configurations = sys.argv[1:]
client = boto3.client("s3")
client.create_bucket(Bucket=bucket)
for configuration in configurations:
    prefix, chunk_size, threshold = configuration.split(":")
    config = TransferConfig(multipart_chunksize=int(chunk_size), multipart_threshold=int(threshold))
    for name in sorted(os.listdir(folder)):
        client.upload_file(os.path.join(folder, name), bucket, prefix + name, Config=config)
