import ModelArtifacts

/// What a document with a request, or a part of one, is.
public enum RequestKind: String, Hashable, Sendable, CaseIterable {
    /// A request of `CreateModel`.
    case request
    /// An answer of `DescribeModel`.
    case response
    /// A container alone.
    case container
    /// A `ModelDataSource` block alone.
    case modelDataSource = "model-data-source"
    /// An element of `AdditionalModelDataSources` alone.
    case additionalModelDataSource = "additional-model-data-source"
    /// An `S3DataSource` alone.
    case s3DataSource = "s3-data-source"
    /// A CloudFormation template, or one resource of it.
    case cloudFormation = "cloudformation"
    /// What `terraform show -json` prints of a plan or a state.
    case terraform
    /// A definition of Step Functions, or the parameters of a task.
    case stepFunctions = "step-functions"
    /// A definition of SageMaker Pipelines.
    case pipeline
    /// Events of CloudTrail.
    case cloudTrail = "cloudtrail"
    /// Objects of AWS Controllers for Kubernetes.
    case kubernetes

    /// What a document that holds nothing but it has to be.
    package var structure: Structure {
        switch self {
        case .request, .response, .terraform, .stepFunctions, .pipeline, .cloudTrail, .kubernetes: ServiceModel.request
        case .container: ServiceModel.container
        case .modelDataSource: ServiceModel.modelDataSource
        case .additionalModelDataSource: ServiceModel.additionalModelDataSource
        case .s3DataSource: ServiceModel.s3DataSource
        case .cloudFormation: ServiceModel.cloudFormation
        }
    }

    /// What it is called in a sentence.
    package var description: String {
        switch self {
        case .request: "CreateModel request"
        case .response: "DescribeModel response"
        case .container: "container"
        case .modelDataSource: "ModelDataSource"
        case .additionalModelDataSource: "AdditionalModelDataSource"
        case .s3DataSource: "S3DataSource"
        case .cloudFormation: "CloudFormation template"
        case .terraform: "Terraform plan or state"
        case .stepFunctions: "Step Functions definition"
        case .pipeline: "SageMaker Pipelines definition"
        case .cloudTrail: "CloudTrail record"
        case .kubernetes: "Kubernetes object"
        }
    }

    /// What it is called in a sentence, of an operation.
    package func description(of operation: Operation) -> String {
        switch self {
        case .request: "\(operation.name) request"
        case .response: "\(operation.describing) response"
        default: description
        }
    }

    /// What it is called in a sentence, of an operation, with its article: `an S3DataSource`.
    func nounPhrase(of operation: Operation) -> String {
        let noun = description(of: operation)
        // `ess-three`; of the names of operations, "Update" begins with a vowel.
        let isVowel = ["A", "E", "I", "O", "S3", "Up"].contains { noun.hasPrefix($0) }
        return (isVowel ? "an " : "a ") + noun
    }

    /// Whether it is what the AWS CLI takes, or a part of it; other programs read over a byte order mark.
    var isGivenToTheAWSCLI: Bool {
        switch self {
        case .request, .response, .container, .modelDataSource, .additionalModelDataSource, .s3DataSource: true
        case .cloudFormation, .terraform, .stepFunctions, .pipeline, .cloudTrail, .kubernetes: false
        }
    }

    /// The tool whose resources lack some members of the API, and whose documents may name them all the same; nil for others.
    var toolWithFewerMembers: String? {
        switch self {
        case .cloudFormation: "CloudFormation"
        case .kubernetes: "the resource of AWS Controllers for Kubernetes"
        default: nil
        }
    }

    /// What makes a model in such a document.
    var requestName: String {
        switch self {
        case .cloudFormation: "an AWS::SageMaker::Model"
        case .terraform: "an aws_sagemaker_model"
        case .stepFunctions: "a task that calls createModel"
        case .pipeline: "a step that makes a model"
        case .cloudTrail: "a call of CreateModel"
        case .kubernetes: "a Model of AWS Controllers for Kubernetes"
        default: "a request"
        }
    }

    /// The kind of a document that is one request, or a part of one, and the operation that it is for: those of whose members it
    /// names most.
    static func telling(_ names: [ByteString]) -> (RequestKind, Operation) {
        let (operation, score) = Operation.told(by: names)
        var best = (kind: RequestKind.request, operation: operation, score: score)
        for kind in [.container, .modelDataSource, .additionalModelDataSource, .s3DataSource] as [RequestKind] {
            let score = kind.structure.score(names)
            if score > best.score { best = (kind, .createModel, score) }
        }
        // Names that are all misspelled tell by what they are meant to be.
        if best.score == 0, names.allSatisfy({ UnknownMember.intended($0, in: Operation.createModel.structure) == nil })
        {
            for kind in [.container, .modelDataSource, .additionalModelDataSource, .s3DataSource] as [RequestKind] {
                let score = names.count { UnknownMember.intended($0, in: kind.structure) != nil }
                if score > best.score { best = (kind, .createModel, score) }
            }
        }
        let isResponse =
            best.kind == .request
            && names.contains { best.operation.structure.responseMembers.contains($0) }
        return (isResponse ? .response : best.kind, best.operation)
    }
}
