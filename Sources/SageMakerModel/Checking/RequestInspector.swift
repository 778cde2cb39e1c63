public import ModelArtifacts

/// Checks requests of `CreateModel` that someone else wrote: JSON of the API, an answer of `DescribeModel`, a container or
/// data source alone, or a CloudFormation template in JSON.
public struct RequestInspector: Sendable {
    private let deployment: Deployment?
    private let policy: RulePolicy

    /// - Parameters:
    ///   - deployment: what the model is to be deployed as, if that is known.
    ///   - policy: which rules to apply.
    public init(deployment: Deployment? = nil, policy: RulePolicy = RulePolicy()) {
        self.deployment = deployment
        self.policy = policy
    }

    /// Checks a document in memory. What is wrong with it, even that it is no JSON, is a finding.
    ///
    /// - Parameter name: the name of the document, for the report.
    public func inspect(_ document: [UInt8], name: ByteString) -> RequestReport {
        do throws(ArtifactError) {
            return try inspect(try JSONNodeReader.read(InputBuffer(document, name: name)), name: name)
        } catch {
            return malformed(error, name: name)
        }
    }

    /// Checks a document that was read. Rules about its artifact may leave findings of their own in the collector.
    package func inspect(
        _ node: JSONNode, name: ByteString,
        _ artifact: ((RequestDocument, FindingCollector) throws(ArtifactError) -> Void)? = nil
    ) throws(ArtifactError) -> RequestReport {
        let collector = FindingCollector(policy: policy)
        if let foreign = ForeignDocument(node) {
            collector.report(MalformedDocument.finding(foreign, node))
            return RequestReport(collector, kind: nil, location: name)
        }
        let document = RequestDocument(node)
        RequestChecker(deployment: deployment, policy: policy).check(document, collector)
        try artifact?(document, collector)
        return RequestReport(collector, kind: document.kind, location: name)
    }

    /// The report on a document that could not be read.
    package func malformed(_ error: ArtifactError, name: ByteString) -> RequestReport {
        let collector = FindingCollector(policy: policy)
        collector.report(MalformedDocument.finding(error, name: name))
        return RequestReport(collector, kind: nil, location: name)
    }
}
