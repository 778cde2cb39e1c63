/// A check that says what the container's own decision says: the container is restated in ``ServingContainer``, the rule
/// documents.
protocol FrameworkCheck: SummaryCheck {
    /// What it speaks of.
    static var kind: ContainerFault.Kind { get }
}

extension FrameworkCheck {
    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        guard totals.isComplete, totals.files > 0 else { return }
        for fault in context.decision?.faults ?? [] where fault.kind == Self.kind {
            var finding = Finding(
                Self.rule, fault.message, at: fault.path.map(context.location) ?? Location(), help: fault.help)
            switch fault.gravity {
            case .error: finding.severity = .error
            case .warning: finding.severity = .warning
            case .note: finding.severity = .note
            case nil: break
            }
            context.report(finding)
        }
    }
}
