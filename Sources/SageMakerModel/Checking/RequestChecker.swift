package import ModelArtifacts

/// Checks a request, or a part of one: against the service model, and against what only the API page says.
package struct RequestChecker {
    /// The rules about URIs and combinations that hold for artifacts too.
    package static let uriRules = DataSourceChecker.rules

    /// The rules about the form of a URI, of which the inspection of what it names says all in words of its own.
    private static let formRules: Set<String> = [PatternMismatch.rule.id, LengthOutOfRange.rule.id]

    /// Whether a finding on a request says of the URI of its model data what the inspection of that URI says.
    package static func isSaidByInspection(_ finding: Finding) -> Bool {
        if uriRules.contains(finding.rule) { return true }
        let path = finding.location.jsonPath ?? ""
        return formRules.contains(finding.rule) && (path.hasSuffix("S3Uri") || path.hasSuffix("ModelDataUrl"))
    }

    private let deployment: Deployment?
    private let policy: RulePolicy
    private let isOneOfSeveral: Bool

    package init(
        deployment: Deployment? = nil, policy: RulePolicy = RulePolicy(), isOneOfSeveral: Bool = false
    ) {
        self.deployment = deployment
        self.policy = policy
        self.isOneOfSeveral = isOneOfSeveral
    }

    /// Checks a document and leaves the findings in a collector.
    package func check(_ document: RequestDocument, _ findings: FindingCollector) {
        let context = RequestContext(kind: document.kind, deployment: deployment, findings: findings)
        for fault in document.embedded.compactMap(\.fault) { context.report(fault) }
        // What cannot be read was meant to make one.
        if document.roots.isEmpty, !document.embedded.contains(where: { $0.fault?.severity == .error }) {
            NoModel.report(document.document, isOneOfSeveral: isOneOfSeveral, context)
        }
        ByteOrderMark.check(document.document, context)
        DuplicateMember.check(all: document, context)
        for root in document.roots {
            let context = RequestContext(
                kind: root.kind ?? document.kind, operation: root.operation, deployment: deployment, findings: findings)
            for variant in root.variants {
                context.deployment = deployment ?? root.deployment(of: variant)
                check(variant.value, of: root, context)
            }
            for variant in root.productionVariants { check(productionVariant: variant, context) }
        }
    }

    /// Checks what an endpoint beside the model says of the volume and of how long it waits.
    private func check(productionVariant: RequestValue, _ context: RequestContext) {
        for member in ServiceModel.productionVariant.members {
            guard let value = productionVariant[member.name] else { continue }
            ValueChecker(context).check(value, is: member.shape)
        }
    }

    private func check(_ value: RequestValue, of root: RequestRoot, _ context: RequestContext) {
        ValueChecker(context).check(value, is: .structure(root.structure))
        let model = RequestedModel(value, of: root)
        for check in root.operation.checks { check.check(model, context) }
        let urls = DataSourceChecker(policy: policy, context: context)
        for source in model.dataSources { urls.check(dataSource: source) }
        for container in model.containers {
            urls.check(modelDataURLOf: container)
            if let uri = container["AdditionalS3DataSource"]?["S3Uri"] { urls.check(bucketOf: uri) }
        }
    }

    /// The findings on a document, in order.
    package func findings(_ node: JSONNode) -> [Finding] {
        let collector = FindingCollector(policy: policy)
        check(RequestDocument(node), collector)
        return collector.listed
    }
}
