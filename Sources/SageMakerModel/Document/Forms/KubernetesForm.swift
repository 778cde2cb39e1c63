import ModelArtifacts

/// Objects of AWS Controllers for Kubernetes, one, a list of them, or the documents of a YAML stream.
///
/// Source: https://aws-controllers-k8s.github.io/community/reference/sagemaker/v1alpha1/model/
enum KubernetesForm: RequestForm {
    static let kind = RequestKind.kubernetes

    static func requests(in document: RequestValue) -> FoundRequests? {
        let objects: [RequestValue]
        if !document.elements.isEmpty {
            // Each document of a stream has its own top.
            objects = document.elements.map { RequestValue($0.node) }
        } else if document["kind"]?.isText("List") ?? false {
            objects = document["items"]?.elements ?? []
        } else {
            objects = [document]
        }
        guard !objects.isEmpty, objects.allSatisfy({ $0["apiVersion"]?.text != nil && $0["kind"]?.text != nil }),
            document.elements.count > 0 || objects.count != 1 || isOfACK(objects[0]) || document["items"] != nil
        else { return nil }
        return FoundRequests(roots: objects.filter(isOfACK).flatMap(request))
    }

    private static func isOfACK(_ object: RequestValue) -> Bool {
        object["apiVersion"]?.text?.hasPrefix("sagemaker.services.k8s.aws/") ?? false
    }

    private static func request(of object: RequestValue) -> [RequestRoot] {
        guard let kind = object["kind"]?.text, let spec = object["spec"], spec.isObject,
            let operation = Operation.all.first(where: { $0.kubernetes?.type == kind }),
            let structure = operation.kubernetes?.structure
        else { return [] }
        let value = CamelCaseNames(isExact: true).adapted(spec.node, to: .structure(structure), path: spec.path)
        return [RequestRoot(RequestValue(value, path: spec.path), of: operation, as: structure)]
    }
}
