echo '{"Resources": {"Bucket": {"Type": "AWS::S3::Bucket"}}}' | optml check-request - --select request-no-model --format concise
echo '{"Resources": {"Model": {"Type": "AWS::SageMaker::Model", "Properties": {"PrimaryContainer": {"Image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1"}}}}}' | optml check-request - --select request-no-model --format concise
