package import ModelArtifacts

/// What rules about requests may look at besides the value itself, and where they leave their findings.
package final class RequestContext {
    /// What the document is.
    package let kind: RequestKind
    /// The operation that the request is for.
    let operation: Operation
    /// What the model is to be deployed as, in the variant that is looked at; nil if that was not said.
    package internal(set) var deployment: Deployment?
    /// Whether nothing makes another request of it, as templates and pipelines may, and it is no answer.
    var isSentAsItStands: Bool { ![.cloudFormation, .pipeline, .response].contains(kind) }
    /// What stands for names in the variant that is looked at; nil for one in which nobody knows them.
    var circumstance: Circumstance?
    private let findings: FindingCollector
    /// What was reported whatever stands for names, and how severe it was at most.
    private var certain: [Place: Severity] = [:]
    /// What was reported: the variants of a request have most of their findings in common.
    private var reported: Set<Finding> = []

    package init(
        kind: RequestKind, operation: Operation = .createModel, deployment: Deployment?, findings: FindingCollector
    ) {
        self.kind = kind
        self.operation = operation
        self.deployment = deployment
        self.findings = findings
    }

    /// Leaves a finding on a value.
    package func report(_ rule: Rule, _ message: String, at value: RequestValue, help: String? = nil) {
        report(rule, message, at: value.path, value.node.place, help: help)
    }

    /// Leaves a finding on a path and a place.
    package func report(
        _ rule: Rule, _ message: String, at path: String, _ place: TextPosition?, related: [Location] = [],
        help: String? = nil
    ) {
        report(
            Finding(
                rule, message, at: RequestValue.location(path, place), byteOffset: place?.offset, related: related,
                help: help))
    }

    /// Leaves a finding, once. One that only holds in a circumstance says in which.
    package func report(_ finding: Finding) {
        guard reported.insert(finding).inserted else { return }
        let place = Place(rule: finding.rule, location: finding.location)
        guard let circumstance else {
            certain[place] = min(certain[place] ?? .note, finding.severity)
            return findings.report(finding)
        }
        if let severity = certain[place], severity <= finding.severity { return }
        var finding = finding
        finding.message += ", \(circumstance)"
        findings.report(finding)
    }

    /// What a finding is about: of two in different words, the second says no more.
    private struct Place: Hashable {
        let rule: String
        let location: Location
    }

    /// Leaves a finding that another part of the program made, on a value.
    package func report(_ finding: Finding, at value: RequestValue) {
        var finding = finding
        let place = value.location
        (finding.location.jsonPath, finding.location.line, finding.location.column) =
            (place.jsonPath, place.line, place.column)
        finding.byteOffset = value.node.place?.offset
        report(finding)
    }
}
