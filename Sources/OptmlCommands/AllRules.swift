import ModelArtifacts
import SageMakerModel

/// The rules of both libraries.
enum AllRules {
    /// All of them, sorted by id.
    static let rules: [Rule] = (RuleCatalog.rules + RequestRules.rules).sorted { $0.id < $1.id }

    /// Those about artifacts that apply to models for a framework: its own, and those that hold for every one.
    static func rules(for framework: Framework) -> [Rule] {
        let ids = RuleCatalog.ids(for: framework)
        return RuleCatalog.rules.filter { ids.contains($0.id) }
    }

    /// The ids of rules that hold only for some frameworks.
    static let ofFrameworks = Set(RuleCatalog.checks.filter { $0.frameworks != nil }.map { $0.rule.id })

    /// The rule with an id.
    static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
