import ModelArtifacts

/// Finds credentials for a registry that needs none.
enum RegistryAuthWithoutVPC: ModelCheck {
    static let rule = Rule(
        "create-model-registry-auth-without-vpc", .error, "`RepositoryAuthConfig` without the access mode `Vpc`",
        explanation: """
            The API page says of `RepositoryAuthConfig`: "Specify a value for this property only if you specified Vpc as \
            the value for the RepositoryAccessMode field, and the private Docker registry where the model image is \
            hosted requires authentication."
            """,
        remedy: "leave RepositoryAuthConfig out, or set RepositoryAccessMode to Vpc",
        example: Rule.Example(
            bad: #"{"ImageConfig": {"RepositoryAccessMode": "Platform", "RepositoryAuthConfig": {"…": "…"}}}"#,
            good: #"{"ImageConfig": {"RepositoryAccessMode": "Vpc", "RepositoryAuthConfig": {"…": "…"}}}"#),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            guard let config = container["ImageConfig"], let auth = config.given("RepositoryAuthConfig"),
                config["RepositoryAccessMode"]?.isText("Platform") ?? false
            else { continue }
            context.report(
                rule, "RepositoryAuthConfig is only for the RepositoryAccessMode Vpc, not Platform", at: auth)
        }
    }
}
