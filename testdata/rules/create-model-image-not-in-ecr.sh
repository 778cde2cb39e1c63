echo '{"ModelName": "llm", "PrimaryContainer": {"Image": "public.ecr.aws/my-alias/my-image:1"}}' | optml check-request - --select create-model-image-not-in-ecr --format concise
echo '{"ModelName": "llm", "PrimaryContainer": {"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1"}}' | optml check-request - --select create-model-image-not-in-ecr --format concise
