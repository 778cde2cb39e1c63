mkdir model && touch model/weights
optml create-model model --s3-uri "$(printf 's3://mybucket/e\314\201/')" --model-name llm --image 123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1 --role-arn arn:aws:iam::123456789012:role/sagemaker --format terraform --select request-target-changes-text > request
optml create-model model --s3-uri "$(printf 's3://mybucket/\303\251/')" --model-name llm --image 123456789012.dkr.ecr.us-east-1.amazonaws.com/llm:1 --role-arn arn:aws:iam::123456789012:role/sagemaker --format terraform --select request-target-changes-text > request
