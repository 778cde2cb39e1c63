echo '{"ModelName": "llm"}' | optml check-request - --select create-model-no-container --format concise
echo '{"ModelName": "llm", "PrimaryContainer": {"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1"}}' | optml check-request - --select create-model-no-container --format concise
