mkdir model && touch model/weights
optml create-model model --s3-uri s3://mybucket/model/ --model-name llm --image 123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1 --format terraform --select request-target-requires > request
optml create-model model --s3-uri s3://mybucket/model/ --model-name llm --image 123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1 --format terraform --reference ExecutionRoleArn=aws_iam_role.sagemaker.arn --select request-target-requires > request
