package import ModelArtifacts

/// Asks S3 itself where that is possible, and the user's `aws` command where it is not; which of both is found out with the first
/// question, once.
package final class ChosenBucketService: BucketService {
    private struct State {
        var search: Task<S3Access, any Error>?
        var choice: S3Access?
        /// Whether some bucket is of a kind that only the command knows.
        var needsCommand = false
    }

    private let access: BucketAccess
    private let finder: S3AccessFinder
    private let report: @Sendable (String) -> Void
    private let state = Lock(State())

    /// - Parameters:
    ///   - access: the options of the user.
    ///   - userAgent: what this program calls itself.
    ///   - report: told which way is gone, and why.
    package init(
        _ access: BucketAccess, environment: ProcessEnvironment = .current, userAgent: String,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.access = access
        finder = S3AccessFinder(access, environment, userAgent: userAgent)
        self.report = report
    }

    package var requestsInFlight: Int { chosen.requestsInFlight }

    package var readsContentsUnasked: Bool { chosen.readsContentsUnasked }

    package func list(
        _ uri: S3URI, extent: BucketListing.Extent, progress: (@Sendable (_ count: Int) -> Void)?
    ) async throws -> BucketListing {
        try await service(for: uri).list(uri, extent: extent, progress: progress)
    }

    package func head(_ uri: S3URI, checksums: Bool, partNumber: Int?) async throws -> ObjectAttributes {
        try await service(for: uri).head(uri, checksums: checksums, partNumber: partNumber)
    }

    package func read(_ uri: S3URI, _ range: Range<Int64>, ifMatch etag: ETag?) async throws -> RangeAnswer {
        try await service(for: uri).read(uri, range, ifMatch: etag)
    }

    /// The service as far as it is known: before the first question, the more modest one.
    private var chosen: any BucketService {
        let state = state.withLock { $0 }
        if !state.needsCommand, case .native(let service, _) = state.choice { return service }
        return AWSCommandService(access)
    }

    private func service(for uri: S3URI) async throws -> any BucketService {
        let choice = try await choice()
        guard case .native(let service, _) = choice else { return AWSCommandService(access) }
        guard case .unsupported(let kind) = try BucketKind(uri.bucket) else { return service }
        let isNew = state.withLock { state in
            defer { state.needsCommand = true }
            return !state.needsCommand
        }
        if isNew { report("\(uri): by the aws command: \(kind) is not asked natively") }
        return AWSCommandService(access)
    }

    private func choice() async throws -> S3Access {
        let search = state.withLock { state in
            if let search = state.search { return search }
            let search = Task { [finder] in try await finder.find() }
            state.search = search
            return search
        }
        // It is not cancelled with whoever asked first: others wait for it, too.
        let choice = try await search.value
        let isNew = state.withLock { state in
            defer { state.choice = choice }
            return state.choice == nil
        }
        if isNew { report(choice.explanation) }
        return choice
    }
}
