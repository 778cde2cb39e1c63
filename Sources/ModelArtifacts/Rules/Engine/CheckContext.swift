/// What a check may look at besides the thing itself, and where it leaves its findings.
package final class CheckContext {
    package let subject: Subject
    private let findings: FindingCollector

    package init(subject: Subject, findings: FindingCollector) {
        self.subject = subject
        self.findings = findings
    }

    /// Leaves a finding.
    package func report(_ finding: Finding) {
        findings.report(finding)
    }

    /// The names of a path of the layout.
    package func location(_ path: Span<UInt8>) -> Location {
        location(ByteString(path))
    }

    /// The names of a path of the layout.
    package func location(_ path: ByteString) -> Location {
        Location(key: subject.keyPrefix.map { $0 + path }, path: subject.mount + "/" + path)
    }
}
