import ModelArtifacts

/// The rules as text.
struct RuleText {
    /// The width of running text.
    private static let width = 80

    private let style: Style

    init(style: Style) {
        self.style = style
    }

    /// A line a rule.
    func list(_ rules: [Rule]) -> [String] {
        let width = rules.map(\.id.count).max() ?? 0
        return rules.map { rule in
            let severity = rule.severity.rawValue.padding(to: 7)
            let label =
                switch rule.severity {
                case .error: style.red(severity)
                case .warning: style.yellow(severity)
                case .note: style.blue(severity)
                }
            return "\(label)  \(style.bold(rule.id.padding(to: width)))  \(rule.summary)"
        }
    }

    /// The rules for a framework: its own with where each comes from, then those that hold for every one.
    func list(_ rules: [Rule], for framework: Framework) -> [String] {
        let own = rules.filter { AllRules.ofFrameworks.contains($0.id) }
        let heading = "Rules of \(framework.title), after \(framework.source)"
        let lines = zip(list(own), own).flatMap { [$0, "         from \($1.source)"] }
        let others = rules.filter { !AllRules.ofFrameworks.contains($0.id) }
        return (own.isEmpty ? [] : [heading, ""] + lines + [""]) + ["Rules of every framework", ""] + list(others)
    }

    /// All about one rule.
    func explanation(of rule: Rule) -> [String] {
        var lines = [style.bold(rule.id) + " (\(rule.severity.rawValue)): \(rule.summary)", ""]
        lines += Self.wrapped(rule.explanation) + ["", "What to do: " + rule.remedy, ""]
        lines += ["Bad:", ""] + Self.indented(rule.example.bad) + ["", "Good:", ""] + Self.indented(rule.example.good)
        return lines + ["", "Source: " + rule.source]
    }

    private static func indented(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    }

    private static func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
