/// A variable of the environment that names the model to load, for containers that can fetch one.
struct HubModel {
    let variable: String
    let value: String

    /// The variable that counts, of those that a container reads; nil if none is set.
    init?(_ container: Container, _ variables: String...) {
        for variable in variables {
            guard let value = container.value(variable) else { continue }
            (self.variable, self.value) = (variable, value)
            return
        }
        return nil
    }

    /// The directory in the model that it names, empty for the model directory; nil if it is elsewhere.
    var directory: ByteString? { ByteString(value).belowModel }

    /// Says that the container takes something else than the artifact, unless other variables name something in it: an adapter, a
    /// template, the configuration. Then that is what is loaded.
    ///
    /// - Parameter remedy: what makes the container take the artifact; nil where the variable has to name it.
    func notUsed(_ container: Container, _ decision: inout ContainerDecision, remedy: String? = nil) {
        let used = container.usedPaths(besides: variable)
        for path in used { decision.load(named: path) }
        guard used.isEmpty else { return }
        guard !isMisspelled else { return decision.add(misspelled) }
        // What lies elsewhere in the image nobody knows.
        let use = value.hasPrefix("/") ? "looks there" : "loads that"
        decision.add(
            ContainerFault(
                .artifactNotUsed,
                "'\(shown)' is what \(variable) names, so the container \(use) and leaves \(ModelDirectory.path) alone",
                help: (remedy ?? "set \(variable) to \(ModelDirectory.path)") + ", or deploy without model data"))
    }

    /// Whether it is nearly the path of the model directory, where SageMaker makes no other directory.
    private var isMisspelled: Bool {
        directory == nil && value.lowercased().hasPrefix(ModelDirectory.path.description)
    }

    private var misspelled: ContainerFault {
        ContainerFault(
            .artifactNotUsed,
            "'\(shown)' is what \(variable) names, and SageMaker puts the model into \(ModelDirectory.path): the container finds nothing "
                + "there", help: "set \(variable) to \(ModelDirectory.path)", gravity: .error)
    }

    var shown: String { Self.shown(value) }

    /// The name of a model, safe to show: an address loses what may be secret in it, a user with a password, and a query with a
    /// signature or a token. The name itself is what a message is about.
    static func shown(_ value: String) -> String {
        guard let scheme = value.firstRange(of: "://") else { return DisplayText.escaped(value) }
        var rest = String(value[scheme.upperBound...])
        if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = String(rest[..<end]) + "?…" }
        let authority = rest.prefix { $0 != "/" }
        if let at = authority.lastIndex(of: "@") { rest = "…" + String(rest[at...]) }
        return DisplayText.escaped(String(value[..<scheme.upperBound]) + rest)
    }
}
