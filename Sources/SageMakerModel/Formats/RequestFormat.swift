/// A form in which a request can be written.
public enum RequestFormat: String, Hashable, Sendable, CaseIterable {
    /// JSON of the API, as `aws sagemaker create-model --cli-input-json` takes it.
    case json
    /// A CloudFormation template in JSON with one resource, `AWS::SageMaker::Model`.
    case cloudFormation = "cloudformation"
    /// The same template in YAML.
    case yaml
    /// A resource `aws_sagemaker_model` of Terraform.
    case terraform
    /// A call in Python.
    case boto3
    /// A shell command.
    case cli

    /// What the form has fields for; nil for one that has all of the API's.
    package func target(of operation: Operation = .createModel) -> Structure? {
        switch self {
        case .json, .boto3, .cli: nil
        case .cloudFormation, .yaml: operation.cloudFormation?.structure
        case .terraform: operation.terraform?.structure
        }
    }

    /// Whether the form has a resource for an operation.
    package func takes(_ operation: Operation) -> Bool {
        switch self {
        case .json, .boto3, .cli: true
        case .cloudFormation, .yaml, .terraform: target(of: operation) != nil
        }
    }

    /// Whether the form has fields for ETags.
    package var hasETags: Bool {
        switch self {
        case .json, .boto3, .cli: true
        case .cloudFormation, .yaml, .terraform: false
        }
    }

    /// What it is called in a sentence.
    var name: String {
        switch self {
        case .json: "JSON"
        case .cloudFormation, .yaml: "CloudFormation"
        case .terraform: "Terraform"
        case .boto3: "boto3"
        case .cli: "the AWS CLI"
        }
    }

    /// The text of a request that has nothing but what the form has fields for.
    package func text(of request: JSONValue, for operation: Operation = .createModel) -> String {
        switch self {
        case .json: request.json
        case .cloudFormation: CloudFormationTemplate.template(of: request, for: operation).json
        case .yaml: YAMLText.text(of: CloudFormationTemplate.template(of: request, for: operation))
        case .terraform: TerraformResource.text(of: request)
        case .boto3: PythonCall.text(of: request, for: operation)
        case .cli: ShellCommand.text(of: request, for: operation)
        }
    }
}
