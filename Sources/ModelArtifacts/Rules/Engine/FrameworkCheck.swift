/// A check that says what the container's own decision says: the container is restated in ``ServingContainer``, the rule
/// documents.
protocol FrameworkCheck: SummaryCheck {
    /// What it speaks of.
    static var kind: ContainerFault.Kind { get }
}

extension FrameworkCheck {
    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        let isKnown = totals.isComplete && totals.files > 0
        // Where nobody has looked into the model, the environment may tell enough.
        let faults = isKnown ? context.decision?.faults ?? [] : context.environmentFaults
        for fault in faults where fault.kind == Self.kind {
            context.report(fault.finding(of: Self.rule, at: fault.path.map(context.location) ?? Location()))
        }
    }
}

extension ContainerFault {
    /// What the rule that speaks of it says.
    package func finding(of rule: Rule, at location: Location = Location()) -> Finding {
        var finding = Finding(rule, message, at: location, help: help)
        switch gravity {
        case .error: finding.severity = .error
        case .warning: finding.severity = .warning
        case .note: finding.severity = .note
        case nil: break
        }
        return finding
    }
}
