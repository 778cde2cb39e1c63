/// Told, on any thread, about how many objects S3 has answered so far, and about how many it is asked.
package typealias InquiryProgress = @Sendable (_ answered: Int, _ asked: Int) -> Void

extension ObjectAttributesSource {
    /// What S3 tells of many objects, in their order, several of which it is asked about at once.
    ///
    /// - Parameters:
    ///   - jobs: about how many at once; as many as make sense if nil.
    ///   - ask: asks about one of them.
    /// - Throws: what `ask` throws of the object that is the first to fail; `CancellationError`.
    func answers<Item: Sendable, Answer: Sendable>(
        about items: [Item], jobs: Int?, progress: InquiryProgress?,
        _ ask: @escaping @Sendable (Item) async throws -> Answer
    ) async throws -> [Answer] {
        let answered = Lock(0)
        return try await Concurrently.map(items, jobs: jobs.map { max(1, $0) } ?? requestsInFlight) { item in
            let answer = try await ask(item)
            guard let progress else { return answer }
            let count = answered.withLock { answered in
                answered += 1
                return answered
            }
            progress(count, items.count)
            return answer
        }
    }
}
