import ModelArtifacts

/// Finds out who is to ask.
struct CredentialPlanner {
    let access: BucketAccess
    let environment: ProcessEnvironment
    let profile: Profile
    let settings: AccessSettings
    let transport: any HTTPTransport

    /// - Throws: ``ArtifactError`` with code `readFailed` for what is begun and not complete.
    func plan() throws(ArtifactError) -> CredentialPlan {
        if access.isUnsigned { return .unsigned }
        if !profile.isNamedAsOption, let credentials = try ofEnvironment() { return .source(credentials) }
        if let plan = ofAssumedRole() { return plan }
        if !profile.isNamedAsOption, let file = environment["AWS_WEB_IDENTITY_TOKEN_FILE"],
            let role = environment["AWS_ROLE_ARN"]
        {
            return .source(webIdentity(file, role, environment["AWS_ROLE_SESSION_NAME"]))
        }
        if let file = profile.values["web_identity_token_file"], let role = profile.values["role_arn"] {
            return .source(webIdentity(file, role, profile.values["role_session_name"]))
        }
        if let plan = try ofProfile() { return plan }
        if let container = try ContainerCredentials(environment, transport: transport, retry: settings.retry) {
            return .source(container)
        }
        return .instance(try InstanceCredentials(environment, profile.values, transport: transport))
    }

    private func ofEnvironment() throws(ArtifactError) -> (any CredentialSource)? {
        guard let access = environment["AWS_ACCESS_KEY_ID"] else { return nil }
        guard let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
            throw ArtifactError(
                .readFailed, "AWS_ACCESS_KEY_ID is set in the environment, and AWS_SECRET_ACCESS_KEY is not")
        }
        let token = environment["AWS_SESSION_TOKEN"] ?? environment["AWS_SECURITY_TOKEN"]
        return FixedCredentials(
            Credentials(accessKeyID: access, secretAccessKey: secret, sessionToken: token),
            identity: "the credentials in the environment")
    }

    /// The role that the profile takes on from another identity.
    private func ofAssumedRole() -> CredentialPlan? {
        let values = profile.values
        guard let role = values["role_arn"], values["web_identity_token_file"] == nil,
            values["source_profile"] != nil || values["credential_source"] != nil
        else { return nil }
        return exported("which is the role \(DisplayText.escaped(role))")
    }

    private func ofProfile() throws(ArtifactError) -> CredentialPlan? {
        let (config, credentials, values) = (profile.config, profile.credentials, profile.values)
        if values["sso_session"] != nil || values["sso_start_url"] != nil {
            return exported("which logs in by single sign-on")
        }
        if let fixed = try keys(in: credentials) { return .source(fixed) }
        if values["login_session"] != nil { return exported("which logs in by 'aws login'") }
        if values["credential_process"] != nil { return exported("which runs a program of its own") }
        if let fixed = try keys(in: config) { return .source(fixed) }
        return nil
    }

    private func keys(in section: SharedConfiguration.Section) throws(ArtifactError) -> (any CredentialSource)? {
        guard let access = section["aws_access_key_id"], !access.isEmpty else { return nil }
        guard let secret = section["aws_secret_access_key"], !secret.isEmpty else {
            throw ArtifactError(
                .readFailed,
                "the profile '\(DisplayText.escaped(profile.name))' has an aws_access_key_id and no aws_secret_access_key"
            )
        }
        return FixedCredentials(
            Credentials(
                accessKeyID: access, secretAccessKey: secret,
                sessionToken: section["aws_session_token"] ?? section["aws_security_token"]),
            identity: "the profile '\(DisplayText.escaped(profile.name))'")
    }

    private func webIdentity(_ file: String, _ role: String, _ session: String?) -> WebIdentityCredentials {
        WebIdentityCredentials(
            tokenFile: file, role: role, session: session, endpoint: settings.stsEndpoint, transport: transport,
            retry: settings.retry)
    }

    private func exported(_ how: String) -> CredentialPlan {
        .exported(
            ExportedCredentials(
                profile: access.profile, identity: "the profile '\(DisplayText.escaped(profile.name))', \(how)"))
    }
}
