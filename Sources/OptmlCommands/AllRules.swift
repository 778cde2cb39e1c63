import ModelArtifacts
import SageMakerModel

/// The rules of both libraries.
enum AllRules {
    /// All of them, sorted by id.
    static let rules: [Rule] = (RuleCatalog.rules + RequestRules.rules).sorted { $0.id < $1.id }

    /// The rule with an id.
    static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
