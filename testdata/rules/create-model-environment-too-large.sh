env=$(for i in $(seq 40); do printf '"V%d": "%01000d", ' "$i" 0; done)
echo "{\"Image\": \"123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1\", \"Environment\": {$env \"LAST\": \"1\"}}" | optml check-request - --select create-model-environment-too-large --format concise
env=$(for i in $(seq 10); do printf '"V%d": "%01000d", ' "$i" 0; done)
echo "{\"Image\": \"123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1\", \"Environment\": {$env \"LAST\": \"1\"}}" | optml check-request - --select create-model-environment-too-large --format concise
