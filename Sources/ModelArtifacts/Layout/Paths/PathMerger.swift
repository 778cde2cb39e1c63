/// Merges sorted batches of paths by a tree of losers.
///
/// Each path that lost a comparison is kept with the number of bytes that it has in common with the path that won. Of two
/// paths that lost to the same one, or come behind it, the one that has more in common with it comes first; only if that
/// is the same are bytes compared, and only from there on.
///
/// Source: W. Ng, K. Kakehi, "Merging string sequences by longest common prefixes", IPSJ Digital Courier 4, 2008.
struct PathMerger {
    /// The path of a batch that comes next.
    private struct Entrant {
        var path: PathReference
        var batch: Int32
        var count: Int32
        /// How many bytes it has in common with the path that won; -1 behind the end of the batch.
        var shared: Int32
        /// The bytes behind those.
        var window: UInt64

        init(_ path: PathReference, shared: Int, batch: Int32) {
            self.path = path
            self.batch = batch
            self.shared = Int32(shared)
            count = Int32(path.count)
            window = path.window(from: shared)
        }
    }

    private let ends: [PathReference]
    /// The losers of each comparison, the root first; at 0 the winner of all.
    private var losers: [Entrant]

    /// - Parameter batches: each of them sorted, all equal paths of one before those of the next.
    init(_ batches: [PathBatch]) {
        let batches = batches.filter { $0.count > 0 }
        ends = batches.map(\.end)
        // The winners of each comparison stand in front of the entrants; who has lost stays at 1 and behind.
        let entrants = batches.indices.map { Entrant(batches[$0].first, shared: 0, batch: Int32($0)) }
        losers = entrants
        var winners = entrants + entrants
        for node in batches.indices.dropFirst().reversed() {
            winners[node] = winners[2 * node]
            losers[node] = winners[2 * node + 1]
            Self.play(&winners[node], against: &losers[node])
        }
        if batches.count > 1 { losers[0] = winners[1] }
    }

    /// The next path; nil at the end.
    mutating func next() -> PathReference? {
        guard let winner = losers.first, winner.shared >= 0 else { return nil }
        var entrant = winner
        let next = winner.path.next
        if next == ends[Int(winner.batch)] {
            (entrant.shared, entrant.window) = (-1, 0)
        } else {
            entrant = Entrant(next, shared: next.commonPrefix(with: winner.path, from: 0), batch: winner.batch)
        }
        unsafe losers.withUnsafeMutableBufferPointer { losers in
            var node = (Int(entrant.batch) + losers.count) / 2
            while node > 0 {
                unsafe Self.play(&entrant, against: &losers[node])
                node /= 2
            }
            unsafe losers[0] = entrant
        }
        return winner.path
    }

    /// Puts that one of the two into `winner` which comes first.
    @inline(__always)
    private static func play(_ winner: inout Entrant, against loser: inout Entrant) {
        if winner.shared != loser.shared {
            if winner.shared < loser.shared { swap(&winner, &loser) }
        } else if winner.window != loser.window {
            if winner.window > loser.window { swap(&winner, &loser) }
            // A path that has ended counts as zeros in the window.
            let difference = loser.shared + Int32((winner.window ^ loser.window).leadingZeroBitCount / 8)
            loser.shared = min(difference, winner.count, loser.count)
            loser.window = loser.path.window(from: Int(loser.shared))
        } else if winner.shared >= 0 {
            compare(&winner, with: &loser)
        }
    }

    /// The same for paths that are not told apart by eight more bytes.
    private static func compare(_ winner: inout Entrant, with loser: inout Entrant) {
        let shared = winner.path.commonPrefix(with: loser.path, from: Int(winner.shared))
        let isEqual = shared == winner.count && shared == loser.count
        if isEqual ? loser.batch < winner.batch : loser.path.precedes(winner.path, at: shared) {
            swap(&winner, &loser)
        }
        loser = Entrant(loser.path, shared: shared, batch: loser.batch)
    }
}
