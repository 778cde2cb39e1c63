import Testing

@testable import ModelArtifacts

@Suite struct WorkAheadTests {
    @Test(arguments: [0, 1, 2, 3, 50, 1000], [1, 2, 5, 20])
    func givesResultsInOrder(count: Int, jobs: Int) {
        let work = WorkAhead(count: count, jobs: jobs) { number in number * number }
        defer { work.stop() }
        var results: [Int] = []
        while let result = work.next() { results.append(result) }
        #expect(results == (0..<count).map { $0 * $0 })
        #expect(work.next() == nil)
    }

    /// Each piece is done once, and none long before it is wanted: what is ahead has to be kept.
    @Test(arguments: [1, 2, 4])
    func staysNear(jobs: Int) {
        let begun = Lock<[Int]>([])
        let work = WorkAhead(count: 500, jobs: jobs) { number in begun.withLock { $0.append(number) } }
        defer { work.stop() }
        var taken = 0
        while work.next() != nil {
            taken += 1
            // The one that was just taken may have made room for one more.
            let furthest = begun.withLock { $0.max() ?? 0 }
            #expect(furthest <= taken + (jobs - 1) * 4)
        }
        #expect(begun.withLock { $0.sorted() } == Array(0..<500))
    }

    /// What was taken is gone as soon as its taker lets it go.
    @Test(arguments: [1, 4])
    func keepsNoResults(jobs: Int) {
        final class Held: Sendable {
            private let alive: Lock<Int>

            init(_ alive: Lock<Int>) {
                self.alive = alive
                alive.withLock { $0 += 1 }
            }

            deinit { alive.withLock { $0 -= 1 } }
        }
        let alive = Lock(0)
        let work = WorkAhead(count: 300, jobs: jobs) { _ in Held(alive) }
        defer { work.stop() }
        var taken = 0
        while work.next() != nil {
            taken += 1
            #expect(alive.withLock { $0 } <= 1 + 2 * (jobs - 1) + 1)
        }
        #expect(taken == 300)
    }

    /// Threads that have nothing to do, or are in the middle of something, end.
    @Test func stopsInTheMiddle() {
        let done = Lock(0)
        let work = WorkAhead(count: 1000, jobs: 4) { _ in done.withLock { $0 += 1 } }
        for _ in 0..<10 { work.next() }
        work.stop()
        let after = done.withLock { $0 }
        #expect(after >= 10 && after < 1000)
    }
}
