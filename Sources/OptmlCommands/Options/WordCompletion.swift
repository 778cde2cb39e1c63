import ArgumentParser
import ModelArtifacts

/// What a shell offers for values that are words of optml but no type of their own.
enum WordCompletion {
    /// The rules, for lists of them with commas between: what stands before the last comma is kept.
    static let rules = CompletionKind.custom { _, _, prefix in
        let typed = prefix.lastIndex(of: ",").map { String(prefix[...$0]) } ?? ""
        return AllRules.rules.map { typed + $0.id }
    }

    /// Each rule with each severity, as `--severity` takes them.
    static let severities = CompletionKind.custom { _, _, _ in
        AllRules.rules.flatMap { rule in Severity.allCases.map { "\(rule.id)=\($0.rawValue)" } }
    }

    /// Each form of a report with the name of a file for it, as `--report` takes them.
    static func reports<Format: RawRepresentable<String> & CaseIterable>(_: Format.Type) -> CompletionKind {
        .list(Format.allCases.map { "\($0.rawValue)=optml.\($0.rawValue)" })
    }
}
