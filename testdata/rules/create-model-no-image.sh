echo '{"ModelName": "llm", "PrimaryContainer": {"ModelDataUrl": "s3://mybucket/m.tar.gz"}}' | optml check-request - --select create-model-no-image --format concise
echo '{"ModelName": "llm", "PrimaryContainer": {"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1", "ModelDataUrl": "s3://mybucket/m.tar.gz"}}' | optml check-request - --select create-model-no-image --format concise
