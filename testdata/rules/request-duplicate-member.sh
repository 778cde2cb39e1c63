echo '{"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1", "Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:2"}' | optml check-request - --select request-duplicate-member --format concise
echo '{"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1"}' | optml check-request - --select request-duplicate-member --format concise
