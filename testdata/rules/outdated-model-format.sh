mkdir model && printf 'binf%0100d' 0 > model/xgboost-model
optml check model --framework xgboost --select outdated-model-format --format concise
echo '{"learner": {}, "version": [2, 1, 0]}' > model/xgboost-model
optml check model --framework xgboost --select outdated-model-format --format concise
