import ModelArtifacts

/// The profile that counts: that of the option, that of the environment, or `default`.
package struct Profile: Sendable {
    package let name: String
    /// Whether an option names it, and not only the environment.
    let isNamedAsOption: Bool
    /// What the configuration says.
    let config: SharedConfiguration.Section
    /// What the file of credentials says.
    let credentials: SharedConfiguration.Section
    /// What the section of services says that the configuration names.
    let services: SharedConfiguration.Section

    /// - Throws: ``ArtifactError`` with code `readFailed` for one that is named and is nowhere.
    init(_ access: BucketAccess, _ environment: ProcessEnvironment, _ configuration: SharedConfiguration)
        throws(ArtifactError)
    {
        let option = access.profile.map { String(decoding: $0.bytes, as: UTF8.self) }
        let named = option ?? environment["AWS_DEFAULT_PROFILE"] ?? environment["AWS_PROFILE"]
        name = named ?? "default"
        isNamedAsOption = option != nil
        let config = configuration.config(ofProfile: name)
        let credentials = configuration.credentials(ofProfile: name)
        if let named, config == nil, credentials == nil {
            let (first, second) = configuration.paths
            throw ArtifactError(
                .readFailed,
                """
                there is no profile '\(DisplayText.escaped(named))' in \(DisplayText.escaped(first)) or \(DisplayText.escaped(second)); \
                check --profile and AWS_PROFILE; 'aws configure list-profiles' names them all
                """)
        }
        self.config = config ?? [:]
        self.credentials = credentials ?? [:]
        services = config?["services"].flatMap { configuration.services($0) } ?? [:]
    }

    /// Both together; the file of credentials goes before.
    var values: SharedConfiguration.Section { config.merging(credentials) { $1 } }
}
