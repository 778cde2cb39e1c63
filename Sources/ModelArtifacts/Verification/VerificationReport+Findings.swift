extension VerificationReport {
    /// What is not the same, as findings: the first 1,000 of each rule, and which rules have more. What the options accept is
    /// a note.
    ///
    /// - Throws: see ``forEach(_:)``.
    package func findings() throws(ArtifactError) -> (listed: [Finding], truncated: [TruncatedRule]) {
        let collector = FindingCollector()
        try forEachDifference { comparison in
            guard let rule = VerificationRules.rule(for: comparison.status) else { return }
            let path = ModelDirectory.path + "/" + comparison.path
            // Where one file stands for an archive, it is not laid out under its own name.
            let location =
                actual.kind == "file" || expected.kind == "request"
                ? Location(key: comparison.key ?? comparison.path) : Location(key: comparison.key, path: path)
            var finding = Finding(
                rule, "\(comparison.status.rawValue): '\(comparison.name)'\(comparison.details)", at: location,
                help: remedy(for: comparison.status))
            if comparison.isAccepted { finding.severity = .note }
            collector.report(finding)
        }
        if summary.total == 0 {
            let places = "'\(expected.location)' and '\(actual.location)'"
            collector.report(Finding(VerificationRules.nothing, "neither of \(places) has an object"))
        }
        return (collector.listed, collector.truncated)
    }
}

extension ObjectComparison {
    /// The name to show: the path, or the key of what is the prefix itself.
    public var name: ByteString { path.isEmpty ? key ?? path : path }

    /// What is to be said of the object behind its name: both values where they differ, and why. Safe to show.
    public var details: String {
        switch status {
        case .same: return ""
        case .missing: return expected.map(Self.values) ?? ""
        case .unexpected: return actual.map(Self.values) ?? ""
        case .unverifiable: return because
        case .changed:
            guard let expected, let actual else { return because }
            if let left = expected.size, let right = actual.size, left != right {
                return " has \(Self.bytes(right)) instead of \(Self.bytes(left))"
            }
            guard let left = expected.etag, left != actual.etag else { return because }
            return (actual.etag.map { " has the ETag \($0) instead of \(left)" } ?? " does not have the ETag \(left)")
                + because
        }
    }

    private var because: String { reason.map { ": " + $0 } ?? "" }

    private static func bytes(_ size: Int64) -> String { ByteSize(bytes: size).exact }

    private static func values(_ state: State) -> String {
        // Both, without parentheses in parentheses.
        let rounded = state.size.flatMap { $0 < 1024 ? nil : ByteSize(bytes: $0).description }
        let exact = state.size.map { $0 == 1 ? "1 byte" : "\($0) bytes" }
        let values = [rounded, exact, state.etag.map { "ETag \($0)" }].compactMap(\.self)
        return values.isEmpty ? "" : " (\(values.joined(separator: ", ")))"
    }
}
