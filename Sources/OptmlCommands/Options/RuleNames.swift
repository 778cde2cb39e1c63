import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// Rules as the command line names them: by their ids, or by globs over these.
enum RuleNames {
    /// The most rules that are named where one is not known.
    private static let mostSuggested = 4

    /// The rules that a name or glob stands for, in their order.
    ///
    /// - Parameter option: the option that it was given to; nil for an argument.
    /// - Throws: `ValidationError` if it stands for none.
    static func ids(matching name: String, option: String? = nil) throws -> [String] {
        let ids = ids(for: name)
        guard ids.isEmpty else { return ids }
        throw ValidationError((option.map { "\($0): " } ?? "") + problem(with: name) + ".")
    }

    /// The rules that a name or glob stands for, in their order; empty if it stands for none.
    static func ids(for name: String) -> [String] {
        if AllRules.rule(name) != nil { return [name] }
        guard isGlob(name) else { return [] }
        return AllRules.rules.map(\.id).filter { Glob(ByteString(name)).matches(ByteString($0)) }
    }

    /// What to say of a name or glob that stands for no rule.
    static func problem(with name: String) -> String {
        let what = isGlob(name) ? "no rule matches" : "there is no rule"
        return "\(what) '\(DisplayText.escaped(name))'\(suggestion(for: name)); \(listing(of: name)) lists them"
    }

    /// The command that lists the rules that may be meant.
    private static func listing(of name: String) -> String {
        let count = AllRules.rules.count { $0.id.contains(name.lowercased()) }
        let isWord = name.utf8.count > 2 && count > mostSuggested
        return isWord ? "optml rules '*\(name.lowercased())*'" : "'optml rules'"
    }

    private static func isGlob(_ name: String) -> Bool { name.contains { "*?[".contains($0) } }

    /// ` (did you mean …?)`: the rules whose ids hold the word, else the one that is most like it; empty if none is.
    static func suggestion(for name: String) -> String {
        let ids = AllRules.rules.map(\.id)
        let holding = name.utf8.count > 2 ? ids.filter { $0.contains(name.lowercased()) } : []
        guard (1...mostSuggested).contains(holding.count) else {
            return holding.isEmpty
                ? Spelling.suggestion(for: ByteString(name), among: ids) : " (\(holding.count) have it in their names)"
        }
        let names = holding.map { "'\($0)'" }
        let last = names.count > 1 ? " or " + names[names.count - 1] : ""
        return " (did you mean \((names.count > 1 ? Array(names.dropLast()) : names).joined(separator: ", "))\(last)?)"
    }
}
