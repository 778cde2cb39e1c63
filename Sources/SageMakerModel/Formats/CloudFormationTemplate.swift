import ModelArtifacts

/// Makes of a request a CloudFormation template, whose one resource can be taken over into another template.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-model.html
enum CloudFormationTemplate {
    static func template(of request: JSONValue, for operation: Operation) -> JSONValue {
        let type = (operation.cloudFormation?.type.string ?? "")
        let resource = JSONValue.object([.init("Type", .string(type)), .init("Properties", request)])
        let name = type.split(separator: ":").last.map(String.init) ?? "Model"
        return JSONValue.object([
            .init("AWSTemplateFormatVersion", .string("2010-09-09")),
            .init("Resources", .object([.init(name, resource)])),
        ])
    }
}
