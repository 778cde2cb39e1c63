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

    /// What it has to be.
    package var structure: Structure {
        switch self {
        case .request, .response: ServiceModel.request
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
        }
    }

    /// The kind of a document: the one of whose members it names most.
    package init(of document: JSONNode) {
        let names = (document.members ?? []).map(\.name)
        if Self.isTemplate(document) || Self.isModelResource(document) {
            self = .cloudFormation
            return
        }
        let kinds: [RequestKind] = [
            .request, .container, .modelDataSource, .additionalModelDataSource, .s3DataSource,
        ]
        var best = (kind: RequestKind.request, score: 0)
        for kind in kinds {
            let score = kind.structure.score(names)
            if score > best.score { best = (kind, score) }
        }
        let isResponse =
            best.kind == .request && names.contains { ServiceModel.request.responseMembers.contains($0) }
        self = isResponse ? .response : best.kind
    }

    /// Whether a document is a template.
    static func isTemplate(_ document: JSONNode) -> Bool { document["Resources"]?.members != nil }

    /// Whether an object is the resource of a model.
    static func isModelResource(_ object: JSONNode) -> Bool {
        RequestValue(object)["Type"]?.isText("AWS::SageMaker::Model") ?? false
    }
}
