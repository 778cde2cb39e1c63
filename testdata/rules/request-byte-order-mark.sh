printf '\357\273\277{"ModelName": "llm"}' | optml check-request - --select request-byte-order-mark --format concise
printf '{"ModelName": "llm"}' | optml check-request - --select request-byte-order-mark --format concise
