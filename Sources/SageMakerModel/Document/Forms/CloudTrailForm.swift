import ModelArtifacts

/// Events of CloudTrail: one, a log file, an answer of `lookup-events`, or an event of EventBridge with one in it.
///
/// Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
enum CloudTrailForm: RequestForm {
    static let kind = RequestKind.cloudTrail

    static func requests(in document: RequestValue) -> FoundRequests? {
        if let events = document["Records"], events.elements.contains(where: isEvent) {
            return FoundRequests(roots: events.elements.flatMap(request))
        }
        if let events = document["Events"], events.elements.contains(where: { $0["CloudTrailEvent"] != nil }) {
            return events.elements.reduce(FoundRequests()) { $0 + embedded($1) }
        }
        if let detail = document["detail"], isEvent(detail) { return FoundRequests(roots: request(of: detail)) }
        return isEvent(document) ? FoundRequests(roots: request(of: document)) : nil
    }

    private static func isEvent(_ value: RequestValue) -> Bool {
        value["eventName"]?.text != nil && (value["eventSource"] != nil || value["eventVersion"] != nil)
    }

    /// Whether an event is one of SageMaker: other services have operations of the same names.
    private static func isOfSageMaker(_ event: RequestValue) -> Bool {
        event["eventSource"]?.isText("sagemaker.amazonaws.com") ?? true
    }

    private static func request(of event: RequestValue) -> [RequestRoot] {
        guard let name = event["eventName"]?.text, isOfSageMaker(event),
            let operation = Operation.all.first(where: { ByteString($0.name) == name })
        else { return [] }
        guard let parameters = event["requestParameters"], parameters.isObject else {
            // The call is there; CloudTrail leaves out the parameters of one that was denied.
            return [RequestRoot(.unknown(below: event, "requestParameters"), of: operation, as: operation.structure)]
        }
        let names = CamelCaseNames(isExact: false)
        let value = names.adapted(parameters.node, to: .structure(operation.structure), path: parameters.path)
        var root = RequestRoot(
            RequestValue(value, path: parameters.path), of: operation, as: operation.structure)
        root.region = event["awsRegion"]?.text
        return [root]
    }

    /// An event that is written in a string.
    private static func embedded(_ event: RequestValue) -> FoundRequests {
        guard let document = EmbeddedJSON.document(in: event["CloudTrailEvent"]) else { return FoundRequests() }
        return FoundRequests(roots: document.value.map(request) ?? [], embedded: [document])
    }
}
