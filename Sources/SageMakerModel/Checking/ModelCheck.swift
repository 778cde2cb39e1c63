import ModelArtifacts

/// The code behind a rule that looks at several members of a request at once: what the prose of the API page says.
protocol ModelCheck: SendableMetatype {
    /// The rule with its documentation.
    static var rule: Rule { get }
    static func check(_ model: RequestedModel, _ context: RequestContext)
}
