/// Work on many items as tasks, for what is told of cancellation or waits for the network.
enum Concurrently {
    /// What `body` makes of items, in their order, of which several are worked on at once: whoever is done with one takes the next.
    ///
    /// - Throws: what `body` throws of the item that is the first to fail; `CancellationError`.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], jobs: Int, _ body: @escaping @Sendable (Item) async throws -> Result
    ) async throws -> [Result] {
        let next = Lock(0)
        return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<min(max(1, jobs), items.count) {
                group.addTask {
                    var results: [(Int, Result)] = []
                    while true {
                        try Task.checkCancellation()
                        let index = next.withLock { next in
                            defer { next += 1 }
                            return next
                        }
                        guard index < items.count else { return results }
                        results.append((index, try await body(items[index])))
                    }
                }
            }
            var results = [Result?](repeating: nil, count: items.count)
            for try await done in group { for (index, result) in done { results[index] = result } }
            return results.compactMap(\.self)
        }
    }
}
