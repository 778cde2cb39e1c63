package import ModelArtifacts

/// Checks a request, or a part of one: against the service model, and against what only the API page says.
package struct RequestChecker {
    /// The rules about URIs and combinations that hold for artifacts too.
    package static let uriRules = DataSourceChecker.rules

    /// The rules about the form of a URI, of which the inspection of what it names says all in words of its own.
    private static let formRules: Set<String> = [PatternMismatch.rule.id, LengthOutOfRange.rule.id]

    /// The rules that compare regions. What stands beside a mapping of many regions may be meant for one of them.
    private static let regionRules: Set<String> = [ImageInOtherRegion.rule.id, MixedPartitions.rule.id]

    /// Whether a finding on a request says of the URI of its model data what the inspection of that URI says.
    package static func isSaidByInspection(_ finding: Finding) -> Bool {
        if uriRules.contains(finding.rule) || finding.rule == DataSourceChecker.archiveRule { return true }
        let path = finding.location.jsonPath ?? ""
        return formRules.contains(finding.rule) && (path.hasSuffix("S3Uri") || path.hasSuffix("ModelDataUrl"))
    }

    private let deployment: Deployment?
    private let policy: RulePolicy
    private let isOneOfSeveral: Bool
    private let inspected: RequestInspector.Inspected

    package init(
        deployment: Deployment? = nil, policy: RulePolicy = RulePolicy(), isOneOfSeveral: Bool = false,
        inspected: RequestInspector.Inspected = RequestInspector.Inspected()
    ) {
        self.deployment = deployment
        self.policy = policy
        self.isOneOfSeveral = isOneOfSeveral
        self.inspected = inspected
    }

    /// Checks a document and leaves the findings in a collector.
    package func check(_ document: RequestDocument, _ findings: FindingCollector) {
        let context = RequestContext(kind: document.kind, deployment: deployment, findings: findings)
        for fault in document.embedded.compactMap(\.fault) { context.report(fault) }
        // What cannot be read was meant to make one.
        if document.roots.isEmpty, !document.embedded.contains(where: { $0.fault?.severity == .error }) {
            NoModel.report(document.document, isOneOfSeveral: isOneOfSeveral, context)
        }
        if !document.roots.isEmpty, document.kind == .cloudFormation {
            NoModel.check(resourcesOf: document.document, context)
        }
        ByteOrderMark.check(document.document, context)
        DuplicateMember.check(all: document, context)
        UnknownTag.check(all: document, context)
        UnknownRequest.check(all: document, context)
        for root in document.roots {
            let context = RequestContext(
                kind: root.kind ?? document.kind, operation: root.operation, deployment: deployment, findings: findings)
            for variant in root.variants {
                context.deployment = deployment ?? variant.deployment
                context.circumstance = variant.circumstance
                check(variant.value, of: root, context)
            }
            context.circumstance = nil
            for variant in root.productionVariants { check(productionVariant: variant, context) }
        }
    }

    /// Checks what an endpoint beside the model says of the volume and of how long it waits.
    private func check(productionVariant: RequestValue, _ context: RequestContext) {
        for member in ServiceModel.productionVariant.members {
            guard let value = productionVariant[member.name] else { continue }
            ValueChecker(context).check(value, is: member.shape)
        }
        ServerlessConcurrency.check(variant: productionVariant, context)
        ServerlessMemory.check(variant: productionVariant, context)
        InstanceVolume.check(variant: productionVariant, context)
    }

    private func check(_ value: RequestValue, of root: RequestRoot, _ context: RequestContext) {
        ValueChecker(context).check(value, is: .structure(root.structure))
        let model = RequestedModel(value, of: root)
        let isPossible = context.circumstance.map { !$0.isCertain } ?? false
        for check in root.operation.checks where !(isPossible && Self.regionRules.contains(check.rule.id)) {
            check.check(model, context)
        }
        let urls = DataSourceChecker(policy: policy, context: context)
        for source in model.dataSources {
            urls.check(dataSource: source)
            urls.check(manifestOf: source)
        }
        check(environmentsAndArchives: model, of: root, context)
        for container in model.containers {
            urls.check(modelDataURLOf: container)
            if let uri = container["AdditionalS3DataSource"]?["S3Uri"] { urls.check(bucketOf: uri) }
        }
    }

    /// Checks what only the containers tell: what each does without a look into its model.
    private func check(environmentsAndArchives model: RequestedModel, of root: RequestRoot, _ context: RequestContext) {
        let urls = DataSourceChecker(policy: policy, context: context)
        let framework = model.containers.count == 1 ? inspected.framework : nil
        let environments = EnvironmentChecker(framework: framework, context: context)
        for container in model.containers {
            let isInspected = inspected.paths.contains(container.path)
            if !isInspected { environments.check(container, isWhole: root.part == .request) }
            // These take archives themselves.
            guard RequestedContainer(container).container(framework).framework != .djlLMI else { continue }
            if !isInspected, let source = container["ModelDataSource"]?["S3DataSource"] {
                urls.check(archiveOf: source)
            }
            for channel in container["AdditionalModelDataSources"]?.elements ?? [] {
                guard let source = channel["S3DataSource"], !inspected.paths.contains(source.path) else { continue }
                urls.check(archiveOf: source, channel: channel["ChannelName"]?.text?.string)
            }
        }
        if root.part == .dataSource {
            for source in model.dataSources where !inspected.paths.contains(source.path) {
                urls.check(archiveOf: source)
            }
        }
    }

    /// The findings on a document, in order.
    package func findings(_ node: JSONNode) -> [Finding] {
        let collector = FindingCollector(policy: policy)
        check(RequestDocument(node), collector)
        return collector.listed
    }
}
