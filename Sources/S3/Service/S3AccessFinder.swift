package import ModelArtifacts

/// Finds out which way S3 can be reached.
package struct S3AccessFinder: Sendable {
    private let access: BucketAccess
    private let environment: ProcessEnvironment
    private let userAgent: String

    /// - Parameters:
    ///   - access: the options of the user.
    ///   - userAgent: what this program calls itself.
    package init(_ access: BucketAccess, _ environment: ProcessEnvironment = .current, userAgent: String) {
        self.access = access
        self.environment = environment
        self.userAgent = userAgent
    }

    /// What is known without that anybody is asked.
    private enum Outlook {
        case command(why: String)
        case native(CredentialPlan, AccessSettings, CurlTransport, library: String)
    }

    /// Chooses. Who gives out credentials is asked, where it is not known that there are any.
    ///
    /// - Throws: ``ArtifactError`` if neither way can be gone; `CancellationError`.
    package func find() async throws -> S3Access {
        switch try outlook() {
        case .command(let why): return .command(why: why)
        case .native(let plan, let found, let transport, let library):
            var settings = found
            let store: CredentialStore?
            switch plan {
            case .unsigned: store = nil
            case .source(let source): store = CredentialStore(source)
            case .exported(let source):
                store = CredentialStore(source)
                do {
                    _ = try await store?.credentials()
                } catch let error as ArtifactError {
                    let why =
                        "\(source.identity), and 'aws configure export-credentials' does not hand over credentials"
                    guard hasCommand, !isToBeNative else {
                        throw ArtifactError(error.code, "credentials of \(why): \(error.message)")
                    }
                    return .command(why: why)
                }
            case .instance(let source):
                guard let source else { return try withoutCredentials(nil) }
                store = CredentialStore(source)
                do {
                    _ = try await store?.credentials()
                } catch let error as ArtifactError {
                    return try withoutCredentials(error)
                }
                try Task.checkCancellation()
                if settings.isRegionAssumed, let region = try? await (source as? InstanceCredentials)?.region() {
                    settings.region = region
                }
            }
            let client = S3Client(transport: transport, settings: settings, credentials: store)
            return .native(
                S3Service(client), how: "by \(library), \(store.map { "as \($0.identity)" } ?? "without credentials")")
        }
    }

    /// What would be chosen, as far as that can be told without that anybody is asked; one line, without a secret.
    package var outlookText: String {
        do throws(ArtifactError) {
            switch try outlook() {
            case .command(let why): return S3Access.command(why: why).explanation
            case .native(let plan, _, _, let library):
                let who =
                    switch plan {
                    case .unsigned: "without credentials"
                    case .source(let source): "as \(source.identity)"
                    case .exported(let source):
                        "as \(source.identity), if aws configure export-credentials hands them over"
                    case .instance(nil): "if there were credentials"
                    case .instance: "as the role of the instance, if there is one; there are no other credentials"
                    }
                return "natively, by \(library), \(who)"
            }
        } catch {
            return "not possible: \(error.message)"
        }
    }

    private func outlook() throws(ArtifactError) -> Outlook {
        switch environment[S3Access.variable] {
        case nil, "native": break
        case "aws": return .command(why: "\(S3Access.variable) says so")
        case .some(let value):
            throw ArtifactError(
                .usage, "\(S3Access.variable): '\(DisplayText.escaped(value))' is neither native nor aws")
        }
        guard let library = CurlLibrary.shared else {
            let why = "libcurl cannot be used (\(CurlLibrary.defect ?? ""))"
            guard !isToBeNative else { throw ArtifactError(.readFailed, "\(why), and \(S3Access.variable) is native") }
            guard hasCommand else {
                throw ArtifactError(
                    .readFailed,
                    "\(why), and there is no aws command, so that S3 cannot be asked; install libcurl (the package libcurl4 of Debian and Ubuntu, libcurl elsewhere) or the AWS CLI, or give a listing to --listing"
                )
            }
            return .command(why: why)
        }
        let configuration = try SharedConfiguration(environment)
        let profile = try Profile(access, environment, configuration)
        var settings = try AccessSettings(access, environment, profile: profile.values, services: profile.services)
        settings.userAgent = userAgent
        if settings.usesAcceleration, !isToBeNative {
            return .command(why: "the profile wants S3 Transfer Acceleration")
        }
        let transport = try CurlTransport(library, authorities: settings.authorities)
        let plan = try CredentialPlanner(
            access: access, environment: environment, profile: profile, settings: settings, transport: transport
        ).plan()
        return .native(plan, settings, transport, library: "\(library.version) (\(library.name))")
    }

    /// Whether the environment wants nothing else.
    private var isToBeNative: Bool { environment[S3Access.variable] == "native" }

    /// Whether there is an `aws` to be run.
    private var hasCommand: Bool {
        (environment["PATH"] ?? "").split(separator: ":").contains { ExecutableFile.isThere("\($0)/aws") }
    }

    /// What is left where nobody gives out credentials: the `aws` command may know more.
    private func withoutCredentials(_ error: ArtifactError?) throws(ArtifactError) -> S3Access {
        let why = "there are no credentials in the environment, the profile, a container or an instance"
        guard hasCommand, !isToBeNative else {
            throw ArtifactError(
                .readFailed,
                "\(why)\(error.map { " (\($0.message))" } ?? ""); set AWS_PROFILE or AWS_ACCESS_KEY_ID, log in, or give --no-sign-request for a public bucket"
            )
        }
        return .command(why: why)
    }
}
