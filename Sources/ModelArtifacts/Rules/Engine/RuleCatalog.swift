/// All rules about artifacts and their layout.
public enum RuleCatalog {
    /// The checks behind the rules, in the order of their ids.
    package static let checks: [any Check.Type] = [
        NameClash.self
    ]

    /// The rules, in the order of their ids.
    public static var rules: [Rule] { checks.map { $0.rule } }
}
