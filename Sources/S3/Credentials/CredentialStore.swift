import ModelArtifacts

/// The credentials of a client, asked for when they are needed, and again before they end: once for all who wait.
package actor CredentialStore {
    /// How long before they end others are asked for, in seconds: time enough for the longest request.
    private static let margin: Int64 = 300

    private let source: any CredentialSource
    private let clock: @Sendable () -> ServiceTime
    private var held: Credentials?
    private var refresh: Task<Credentials, any Error>?

    package init(_ source: any CredentialSource, clock: @escaping @Sendable () -> ServiceTime = { .now }) {
        self.source = source
        self.clock = clock
    }

    /// Who asks with them.
    package nonisolated var identity: String { source.identity }

    /// Credentials that hold.
    ///
    /// - Parameter refused: those that a service took for ended, in whose place others are wanted.
    package func credentials(insteadOf refused: Credentials? = nil) async throws -> Credentials {
        let now = clock()
        if let held, refused.map({ $0.accessKeyID != held.accessKeyID || $0.sessionToken != held.sessionToken }) ?? true
        {
            guard let end = held.expiration, end.seconds - now.seconds < Self.margin else { return held }
            do {
                return try await refreshed()
            } catch {
                // As long as they hold, nothing is lost.
                guard now < end, !(error is CancellationError) else { throw error }
                return held
            }
        }
        return try await refreshed()
    }

    private func refreshed() async throws -> Credentials {
        if let refresh { return try await refresh.value }
        let task = Task { [source] in try await source.credentials() }
        refresh = task
        defer { refresh = nil }
        // It is not cancelled with whoever asked first: others wait for it, too.
        let credentials = try await task.value
        held = credentials
        return credentials
    }
}
