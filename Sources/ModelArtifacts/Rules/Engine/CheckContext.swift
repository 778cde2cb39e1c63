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

    /// Leaves a finding about a path of the layout. Of a million alike, of which a thousand are listed, the others are not put into
    /// words.
    ///
    /// - Parameter message: what is wrong, given the path.
    package func report(
        _ rule: Rule, at path: Span<UInt8>, count: Int? = nil, help: String? = nil, _ message: (ByteString) -> String
    ) {
        if findings.count(rule, at: path, below: subject.mount) { return }
        let text = ByteString(path)
        findings.report(Finding(rule, message(text), at: location(text), count: count, help: help))
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
