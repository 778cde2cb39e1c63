import ModelArtifacts

/// Objects of AWS Controllers for Kubernetes, one, a list of them, or the documents of a YAML stream.
///
/// Source: https://aws-controllers-k8s.github.io/community/reference/sagemaker/v1alpha1/model/, and for the definition of a pipeline
/// `config/crd/bases/sagemaker.services.k8s.aws_pipelines.yaml` of https://github.com/aws-controllers-k8s/sagemaker-controller
enum KubernetesForm: RequestForm {
    static let kind = RequestKind.kubernetes

    /// The annotation that says in which region the resource is made.
    ///
    /// Source: https://aws-controllers-k8s.github.io/community/docs/user-docs/multi-region-resource-management/
    private static let regionAnnotation: ByteString = "services.k8s.aws/region"

    static func requests(in document: RequestValue) -> FoundRequests? {
        // Each document of a stream has its own top.
        let isStream = !document.elements.isEmpty
        let tops = isStream ? document.elements.map { RequestValue($0.node) } : [document]
        guard !tops.isEmpty, tops.allSatisfy(isObject),
            isStream || isOfACK(document) || list(document) != nil
        else { return nil }
        let objects = tops.flatMap { list($0) ?? [$0] }
        guard objects.allSatisfy(isObject) else { return nil }
        return objects.filter(isOfACK).reduce(FoundRequests()) { $0 + requests(of: $1) }
    }

    /// The objects of a list, as `kubectl get` prints it; nil for what is none.
    private static func list(_ object: RequestValue) -> [RequestValue]? {
        guard object["kind"]?.text?.hasSuffix("List") ?? false, let items = object["items"],
            case .array = items.node.content
        else { return nil }
        return items.elements
    }

    private static func isObject(_ value: RequestValue) -> Bool {
        value["apiVersion"]?.text != nil && value["kind"]?.text != nil
    }

    private static func isOfACK(_ object: RequestValue) -> Bool {
        object["apiVersion"]?.text?.hasPrefix("sagemaker.services.k8s.aws/") ?? false
    }

    private static func requests(of object: RequestValue) -> FoundRequests {
        guard let kind = object["kind"]?.text, let spec = object["spec"], spec.isObject else { return FoundRequests() }
        // A pipeline makes what the steps of its definition make.
        if kind == "Pipeline" {
            return PipelineForm.requests(inText: EmbeddedJSON.document(in: spec["pipelineDefinition"]))
        }
        guard let operation = Operation.all.first(where: { $0.kubernetes?.type == kind }),
            let structure = operation.kubernetes?.structure
        else { return FoundRequests() }
        let value = CamelCaseNames(isExact: true).adapted(spec.node, to: .structure(structure), path: spec.path)
        var root = RequestRoot(RequestValue(value, path: spec.path), of: operation, as: structure)
        root.region = object["metadata"]?["annotations"]?[regionAnnotation]?.text
        return FoundRequests(roots: [root])
    }
}
