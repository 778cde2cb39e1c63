import ModelArtifacts

extension FindingsReport {
    /// Findings of one rule and severity that are listed.
    struct Group {
        let rule: String
        let severity: Severity
        /// What the rule says in general.
        let summary: String
        /// The findings that are listed.
        let results: ArraySlice<Result>
        /// How many there are, listed or not.
        let total: Int
    }

    /// What the findings mean for the exit status.
    enum Verdict {
        case passes
        /// It passes, though there are errors or warnings.
        case passesWithFindings
        case fails

        /// The verb of a headline.
        var words: String { self == .fails ? "fails" : "passes" }
    }

    /// Whether the command fails because of the findings.
    var verdict: Verdict {
        if failOn.fails(counts) { return .fails }
        return counts.errors + counts.warnings > 0 ? .passesWithFindings : .passes
    }

    /// The findings by rule, in the order of reports.
    var groups: [Group] {
        var groups: [Group] = []
        var rest = results[...]
        while let first = rest.first?.finding {
            let group = rest.prefix { $0.finding.rule == first.rule && $0.finding.severity == first.severity }
            rest = rest.dropFirst(group.count)
            let others = results.count { $0.finding.rule == first.rule } - group.count
            groups.append(
                Group(
                    rule: first.rule, severity: first.severity, summary: summary(of: first.rule), results: group,
                    total: total(of: first.rule, listed: group.count + others) - others))
        }
        return groups
    }

    private func summary(of rule: String) -> String {
        AllRules.rule(rule)?.summary ?? rules.first { $0.id == rule }?.summary ?? ""
    }
}

extension FindingsReport.Result {
    /// The name to show for where it is: member, path in the container, place in a document, or key; nil if it is about the whole.
    var place: String? {
        let location = finding.location
        if let member = location.member { return "\(member)" }
        if let path = location.path { return "\(path)" }
        if location.jsonPath != nil || location.line != nil {
            let line = location.line.map { "\(file):\($0):\(location.column ?? 1)" }
            return [line, location.jsonPath].compactMap(\.self).joined(separator: " ")
        }
        return location.key.map { "\($0)" }
    }
}
