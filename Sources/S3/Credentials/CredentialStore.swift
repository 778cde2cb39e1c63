import ModelArtifacts

/// The credentials of a client, asked for when they are needed, and again before they end: once for all who wait.
package final class CredentialStore: Sendable {
    /// How long before they end others are asked for, in seconds: time enough for the longest request.
    private static let margin: Int64 = 300

    private typealias Refresh = Task<Credentials, any Error>

    private struct State {
        var held: Credentials?
        var refresh: Refresh?
    }

    private enum Course {
        case use(Credentials)
        /// Wait for others; if none come, those that are held do as long as they hold.
        case wait(Refresh, meanwhile: Credentials?)
    }

    private let source: any CredentialSource
    private let clock: @Sendable () -> ServiceTime
    // No actor, so that a request that has credentials goes on where it is.
    private let state = Lock(State())

    package init(_ source: any CredentialSource, clock: @escaping @Sendable () -> ServiceTime = { .now }) {
        self.source = source
        self.clock = clock
    }

    /// Who asks with them.
    package var identity: String { source.identity }

    /// Credentials that hold.
    ///
    /// - Parameter refused: those that a service took for ended, in whose place others are wanted.
    package func credentials(insteadOf refused: Credentials? = nil) async throws -> Credentials {
        let now = clock()
        let course: Course = state.withLock { state in
            guard let held = state.held, !(refused.map(held.isSame) ?? false) else {
                return .wait(refresh(&state), meanwhile: nil)
            }
            guard let end = held.expiration, end.seconds - now.seconds < Self.margin else { return .use(held) }
            return .wait(refresh(&state), meanwhile: held)
        }
        switch course {
        case .use(let held): return held
        case .wait(let refresh, let held):
            do {
                // It is not cancelled with whoever asked first: others wait for it, too.
                return try await refresh.value
            } catch {
                guard let held, let end = held.expiration, now < end, !(error is CancellationError) else { throw error }
                return held
            }
        }
    }

    /// The one question for others that is under way, or begins.
    private func refresh(_ state: inout State) -> Refresh {
        if let refresh = state.refresh { return refresh }
        let refresh = Refresh { [source, state = self.state] in
            do {
                let credentials = try await source.credentials()
                state.withLock { $0 = State(held: credentials) }
                return credentials
            } catch {
                state.withLock { $0.refresh = nil }
                throw error
            }
        }
        state.refresh = refresh
        return refresh
    }
}
