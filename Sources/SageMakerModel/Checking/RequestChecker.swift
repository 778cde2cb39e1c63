package import ModelArtifacts

/// Checks a request of `CreateModel`, or a part of one: against the service model, and against what only the API page says.
package struct RequestChecker {
    /// The rules about URIs and combinations that hold for artifacts too.
    package static let uriRules = DataSourceChecker.rules

    private let deployment: Deployment?
    private let policy: RulePolicy

    package init(deployment: Deployment? = nil, policy: RulePolicy = RulePolicy()) {
        self.deployment = deployment
        self.policy = policy
    }

    /// Checks a document and leaves the findings in a collector.
    package func check(_ document: RequestDocument, _ findings: FindingCollector) {
        if document.roots.isEmpty {
            NoModel.report(
                document.document, RequestContext(kind: document.kind, deployment: deployment, findings: findings))
        }
        ByteOrderMark.check(
            document.document, RequestContext(kind: document.kind, deployment: deployment, findings: findings))
        for root in document.roots {
            let context = RequestContext(
                kind: document.kind, deployment: deployment ?? root.deployment, findings: findings)
            for variant in root.variants { check(variant, context) }
        }
    }

    private func check(_ root: RequestValue, _ context: RequestContext) {
        ValueChecker(context).check(root, is: .structure(context.kind.structure))
        let model = RequestedModel(root, kind: context.kind)
        for check in RequestRules.modelChecks { check.check(model, context) }
        let urls = DataSourceChecker(policy: policy, context: context)
        for source in model.dataSources { urls.check(dataSource: source) }
        for container in model.containers { urls.check(modelDataURLOf: container) }
    }

    /// The findings on a document, in order.
    package func findings(_ node: JSONNode) -> [Finding] {
        let collector = FindingCollector(policy: policy)
        check(RequestDocument(node), collector)
        return collector.listed
    }
}
