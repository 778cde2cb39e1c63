mkdir -p model/pipeline/1 && echo 'platform: "ensemble"' > model/pipeline/config.pbtxt
optml check model --framework triton --select triton-no-version --format concise
touch model/pipeline/1/.keep
optml check model --framework triton --select triton-no-version --format concise
