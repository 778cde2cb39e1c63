printf 'ModelName: !Env MODEL_NAME\n' | optml check-request - --select request-unknown-tag --format concise
printf 'ModelName: sentiment\n' | optml check-request - --select request-unknown-tag --format concise
