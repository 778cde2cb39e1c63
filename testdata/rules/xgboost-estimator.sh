mkdir model && printf '\200\3cxgboost.sklearn\nXGBClassifier\nq\0)\201q\1.' > model/xgboost-model
optml check model --framework xgboost --select xgboost-estimator --format concise
printf '\200\3cxgboost.core\nBooster\nq\0)\201q\1.' > model/xgboost-model
optml check model --framework xgboost --select xgboost-estimator --format concise
