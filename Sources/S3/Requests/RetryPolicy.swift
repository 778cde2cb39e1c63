/// How often a request is sent, and how long it is waited between: exponentially longer, by chance, so that many who are refused at
/// once do not come back at once.
///
/// Source: the standard mode of https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
package struct RetryPolicy: Sendable {
    /// As many as the first version of the AWS CLI makes; its second makes three.
    package static let defaultAttempts = 5
    private static let mostAttempts = 100
    /// In seconds.
    private static let longestWait = 20.0

    /// The most attempts, the first among them.
    package let attempts: Int
    private let sleep: @Sendable (_ seconds: Double) async throws -> Void

    /// - Parameter sleep: waits so many seconds.
    package init(
        attempts: Int = defaultAttempts,
        sleep: @escaping @Sendable (_ seconds: Double) async throws -> Void = {
            try await Task.sleep(for: .seconds($0))
        }
    ) {
        self.attempts = min(max(attempts, 1), Self.mostAttempts)
        self.sleep = sleep
    }

    /// As `AWS_MAX_ATTEMPTS` and `AWS_RETRY_MODE` say, or the profile.
    ///
    /// The modes `standard` and `adaptive` only change how many attempts there are.
    package init(_ environment: ProcessEnvironment, _ configuration: SharedConfiguration.Section) {
        let attempts = (environment["AWS_MAX_ATTEMPTS"] ?? configuration["max_attempts"]).flatMap { Int($0) }
        let mode = environment["AWS_RETRY_MODE"] ?? configuration["retry_mode"]
        let usual = ["standard", "adaptive"].contains(mode?.lowercased()) ? 3 : Self.defaultAttempts
        self.init(attempts: attempts.map { $0 > 0 ? $0 : usual } ?? usual)
    }

    /// Waits after an attempt that was refused, the first being 1.
    func wait(after attempt: Int) async throws {
        var random = SystemRandomNumberGenerator()
        let most = min(Self.longestWait, Double(1 << min(attempt - 1, 10)))
        try await sleep(Double.random(in: 0...most, using: &random))
    }
}
