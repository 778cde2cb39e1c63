echo '{"ModelName": "my_model", "PrimaryContainer": {"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1"}}' | optml check-request - --select request-pattern-mismatch --format concise
echo '{"ModelName": "my-model", "PrimaryContainer": {"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1"}}' | optml check-request - --select request-pattern-mismatch --format concise
