echo '{"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "End": true}' | optml check-request - --select request-unknown --format concise
echo '{"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "Parameters": {"ModelName.$": "$.name"}, "End": true}' | optml check-request - --select request-unknown --format concise
