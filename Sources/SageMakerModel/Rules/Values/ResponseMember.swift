import ModelArtifacts

/// Says that a member comes from an answer of DescribeModel.
enum ResponseMember {
    static let rule = Rule(
        "request-response-member", .note, "a member that only answers of the service hold",
        explanation: """
            `aws sagemaker describe-model` answers with the request and some members more, such as `ModelArn` and \
            `CreationTime`, which CreateModel does not take: boto3 and the AWS CLI refuse a request with them as unknown. \
            Tags are not part of the answer.
            """,
        remedy: "leave it out before the request is sent; `optml create-model --base` does",
        example: Rule.Example(
            bad: #"{"ModelName": "my-model", "ModelArn": "arn:aws:sagemaker:us-east-1:123456789012:model/my-model"}"#,
            good: #"{"ModelName": "my-model"}"#),
        source: RequestSource.describeModel)

    static func check(_ member: JSONNode.Member, _ value: RequestValue, _ context: RequestContext) {
        context.report(
            rule,
            "'\(member.name)' is part of the answer of \(context.operation.describing), and \(context.operation.name) does not take it",
            at: value.path, member.place,
            help: context.operation.name == Operation.createModel.name
                ? nil : "leave it out before the request is sent")
    }
}
