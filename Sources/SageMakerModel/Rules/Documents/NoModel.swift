import ModelArtifacts

/// Finds a CloudFormation template without a model.
enum NoModel {
    static let rule = Rule(
        "request-no-model", .error, "the template has no model",
        explanation: """
            A CloudFormation template was given, and none of its resources is of the type `AWS::SageMaker::Model`, so that \
            nothing could be checked. A gate that passes because it looked at the wrong file is worse than none.
            """,
        remedy: "give the template that holds the AWS::SageMaker::Model resource",
        example: Rule.Example(
            bad: #"{"Resources": {"Bucket": {"Type": "AWS::S3::Bucket"}}}"#,
            good: #"{"Resources": {"Model": {"Type": "AWS::SageMaker::Model", "Properties": {"…": "…"}}}}"#),
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-model.html")

    static func report(_ document: RequestValue, _ context: RequestContext) {
        let resources = document["Resources"] ?? document
        let count = resources.members.count
        context.report(
            rule, "none of \(Plural.count(count, "resource")) is an AWS::SageMaker::Model", at: resources)
    }
}
