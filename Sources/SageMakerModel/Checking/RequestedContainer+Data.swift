import ModelArtifacts

/// What a container of a request tells of its model data, of its image and of its environment as a whole.
extension RequestedContainer {
    /// Whether SageMaker puts anything into the model directory; nil where the request does not tell.
    var hasModelData: Bool? {
        // A package has data of its own, and what many models are is told elsewhere.
        guard value["ModelPackageName"] == nil, !value.mayBeMultiModel else { return nil }
        let members = ["ModelDataUrl", "ModelDataSource"].compactMap { value[$0] }
        if members.contains(where: { !$0.node.traits.contains(.mayBeAbsent) && !$0.isNull }) { return true }
        guard members.allSatisfy(\.isNull), value["AdditionalModelDataSources"] == nil else { return nil }
        return false
    }

    /// Whether all variables are known by their names, those that are not set as well.
    var hasWholeEnvironment: Bool {
        guard let environment = value["Environment"] else { return true }
        return environment.isObject && environment.node.traits.isDisjoint(with: [.mayBeAbsent, .mayHaveMore])
    }

    /// Whether the image is in a registry of AWS, so that it is what its name says, and nobody has set variables in it.
    var isImageOfAWS: Bool {
        value["Image"]?.knownImage?.account.map { AWSRegistry.regions(of: $0) != nil } ?? false
    }

    /// Whether the image is that of an algorithm of SageMaker's own, which serves nothing but what it has trained.
    var isBuiltInAlgorithm: Bool {
        guard isImageOfAWS else { return false }
        let container = container(nil)
        guard let repository = container.image?.repository else { return false }
        // With a script it is a framework.
        if repository == "sagemaker-xgboost" {
            return hasWholeEnvironment && container.isDecided && container.value("SAGEMAKER_PROGRAM") == nil
        }
        return Self.algorithms.contains(repository)
    }

    /// The repositories of the algorithms.
    ///
    /// Source: `sagemaker-core/src/sagemaker/core/image_uri_config` of aws/sagemaker-python-sdk.
    private static let algorithms: Set<String> = [
        "blazingtext", "factorization-machines", "forecasting-deepar", "image-classification", "ipinsights", "kmeans",
        "knn",
        "lda", "linear-learner", "ntm", "object-detection", "object2vec", "pca", "randomcutforest",
        "semantic-segmentation",
        "seq2seq", "xgboost",
    ]
}

extension RequestValue {
    /// Whether it is null, which gives nothing.
    fileprivate var isNull: Bool {
        if case .null = node.content { true } else { false }
    }
}
