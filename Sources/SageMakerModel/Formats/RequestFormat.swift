/// A form in which a request can be written.
public enum RequestFormat: String, Hashable, Sendable, CaseIterable {
    /// JSON of the API, as `aws sagemaker create-model --cli-input-json` takes it.
    case json
    /// A CloudFormation template in JSON with one resource, `AWS::SageMaker::Model`.
    case cloudFormation = "cloudformation"
    /// A resource `aws_sagemaker_model` of Terraform.
    case terraform
    /// A call in Python.
    case boto3
    /// A shell command.
    case cli

    /// What the form has fields for; nil for one that has all of the API's.
    package var target: Structure? {
        switch self {
        case .json, .boto3, .cli: nil
        case .cloudFormation: ServiceModel.cloudFormation
        case .terraform: ServiceModel.terraform
        }
    }

    /// What it is called in a sentence.
    var name: String {
        switch self {
        case .json: "JSON"
        case .cloudFormation: "CloudFormation"
        case .terraform: "Terraform"
        case .boto3: "boto3"
        case .cli: "the AWS CLI"
        }
    }

    /// The text of a request that has nothing but what the form has fields for.
    package func text(of request: JSONValue) -> String {
        switch self {
        case .json: request.json
        case .cloudFormation: CloudFormationTemplate.text(of: request)
        case .terraform: TerraformResource.text(of: request)
        case .boto3: PythonCall.text(of: request)
        case .cli: ShellCommand.text(of: request)
        }
    }
}
