echo '{"ModelName": "llm",}' | optml check-request - --select request-malformed-document --format concise
echo '{"ModelName": "llm"}' | optml check-request - --select request-malformed-document --format concise
