public import ModelArtifacts

/// Checks requests that take model data and that someone else wrote, in JSON or YAML: those of the operations that
/// `ServiceModel` describes, an answer of `DescribeModel`, a container or data source alone, and the documents of other tools that hold
/// such requests, as `Document/Forms` reads them.
public struct RequestInspector: Sendable {
    private let deployment: Deployment?
    private let policy: RulePolicy
    /// Whether the document is one of several, of which some may make no model.
    private let isOneOfSeveral: Bool
    /// What else looks at what the document names.
    package var inspected = Inspected()

    /// What is known of what a document names besides the document.
    package struct Inspected: Sendable {
        /// The paths of containers and of data sources whose artifacts are inspected, which says all of them.
        package var paths: Set<String> = []
        /// The framework that the user names.
        package var framework: Framework?

        package init(paths: Set<String> = [], framework: Framework? = nil) {
            self.paths = paths
            self.framework = framework
        }
    }

    /// - Parameters:
    ///   - deployment: what the model is to be deployed as, if that is known.
    ///   - policy: which rules to apply.
    public init(deployment: Deployment? = nil, policy: RulePolicy = RulePolicy()) {
        self.init(deployment: deployment, policy: policy, isOneOfSeveral: false)
    }

    /// - Parameter isOneOfSeveral: whether there are more documents, so that one without a model is only worth a note.
    package init(deployment: Deployment?, policy: RulePolicy, isOneOfSeveral: Bool) {
        self.deployment = deployment
        self.policy = policy
        self.isOneOfSeveral = isOneOfSeveral
    }

    /// Checks a document in memory. What is wrong with it, even that it cannot be read, is a finding.
    ///
    /// - Parameters:
    ///   - document: the bytes of JSON or YAML.
    ///   - name: the name of the document, for the report.
    public func inspect(_ document: [UInt8], name: ByteString) -> RequestReport {
        do throws(ArtifactError) {
            return try inspect(try DocumentReader.read(InputBuffer(document, name: name)), name: name)
        } catch {
            return malformed(error, name: name)
        }
    }

    /// Checks a document that was read. Rules about its artifact may leave findings of their own in the collector.
    package func inspect(
        _ node: JSONNode, name: ByteString,
        _ artifact: ((RequestDocument, FindingCollector) throws(ArtifactError) -> Void)? = nil
    ) throws(ArtifactError) -> RequestReport {
        if let foreign = ForeignDocument(node) {
            return refused(MalformedDocument.finding(foreign, node), name: name)
        }
        let collector = FindingCollector(policy: policy)
        let document = RequestDocument(node)
        RequestChecker(deployment: deployment, policy: policy, isOneOfSeveral: isOneOfSeveral, inspected: inspected)
            .check(document, collector)
        try artifact?(document, collector)
        return RequestReport(collector, document, location: name)
    }

    /// The report on a document that could not be read.
    package func malformed(_ error: ArtifactError, name: ByteString) -> RequestReport {
        refused(MalformedDocument.finding(error, name: name), name: name)
    }

    /// The report on a document that is none. No baseline accepts it: what it will hold when it can be read, nobody knows.
    private func refused(_ finding: Finding, name: ByteString) -> RequestReport {
        var policy = policy
        policy.baseline = .none
        let collector = FindingCollector(policy: policy)
        collector.report(finding)
        return RequestReport(collector, nil, location: name)
    }
}
