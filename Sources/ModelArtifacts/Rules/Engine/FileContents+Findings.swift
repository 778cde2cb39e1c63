extension CheckContext {
    /// Leaves a finding if the contents of a file have a fault of a kind.
    ///
    /// - Parameter severity: nil for that of the rule.
    func report(
        _ rule: Rule, of contents: FileContents, _ kind: ContentFault.Kind, at path: Span<UInt8>,
        severity: Severity? = nil
    ) {
        guard let fault = contents.fault, fault.kind == kind else { return }
        let text = ByteString(path)
        var location = location(text)
        (location.line, location.column) = (fault.line, fault.column)
        var finding = Finding(rule, "'\(text)' \(fault.message)", at: location, help: fault.help)
        if let severity { finding.severity = severity }
        report(finding)
    }
}
