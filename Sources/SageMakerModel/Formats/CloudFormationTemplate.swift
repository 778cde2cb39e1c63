/// Writes a request as a CloudFormation template in JSON, whose one resource can be taken over into another template.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-model.html
enum CloudFormationTemplate {
    static func text(of request: JSONValue) -> String {
        let resource = JSONValue.object([
            .init("Type", .string("AWS::SageMaker::Model")), .init("Properties", request),
        ])
        return JSONValue.object([
            .init("AWSTemplateFormatVersion", .string("2010-09-09")),
            .init("Resources", .object([.init("Model", resource)])),
        ]).json
    }
}
