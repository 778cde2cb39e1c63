/// Goes through the sorted runs of a ``RecordSorter`` in the byte order of their paths, by a tree of losers.
///
/// Each path that lost a comparison is kept with the number of bytes that it has in common with the path that won, as
/// ``PathMerger`` does; that a record tells how much it has in common with the one before saves comparing with that.
///
/// Source: W. Ng, K. Kakehi, "Merging string sequences by longest common prefixes", IPSJ Digital Courier 4, 2008.
struct SortedRecords {
    /// The run whose record comes next.
    private struct Entrant {
        var run: Int
        /// How many bytes its path has in common with the path that won; -1 behind the end of the run.
        var shared: Int
        /// The bytes behind those.
        var window: UInt64
    }

    private var runs: [SpilledRecords]
    /// The losers of each comparison, the root first; at 0 the winner of all.
    private var losers: [Entrant] = []
    private var hasBegun = false

    init(_ runs: [SpilledRecords]) { self.runs = runs }

    /// The run that has the record.
    @inline(__always)
    private var current: Int { losers[0].run }

    /// Goes to the next record; false at the end.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    mutating func next() throws(ArtifactError) -> Bool {
        if !hasBegun {
            hasBegun = true
            try begin()
        } else if let winner = losers.first, winner.shared >= 0 {
            try advance(winner.run)
        }
        return losers.first.map { $0.shared >= 0 } ?? false
    }

    /// Calls `body` with the path of the record and with what is known of it.
    @inline(__always)
    func withRecord<Result, Failure: Error>(
        _ body: (Span<UInt8>, Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let (path, buffer) = (runs[current].path, runs[current].buffer)
        return try body(
            path.span.extracting(0..<runs[current].pathCount), buffer.span.extracting(runs[current].content))
    }

    private mutating func begin() throws(ArtifactError) {
        var entrants: [Entrant] = []
        for run in runs.indices {
            let isThere = try runs[run].next()
            entrants.append(
                Entrant(run: run, shared: isThere ? 0 : -1, window: isThere ? runs[run].window(from: 0) : 0))
        }
        losers = entrants
        // The winners of each comparison stand in front of the entrants; who has lost stays at 1 and behind.
        var winners = entrants + entrants
        for node in entrants.indices.dropFirst().reversed() {
            var (winner, loser) = (winners[2 * node], winners[2 * node + 1])
            play(&winner, against: &loser)
            (winners[node], losers[node]) = (winner, loser)
        }
        if entrants.count > 1 { losers[0] = winners[1] }
    }

    /// Puts the next record of a run, which has won last, into the place that it deserves.
    private mutating func advance(_ run: Int) throws(ArtifactError) {
        var entrant = Entrant(run: run, shared: -1, window: 0)
        if try runs[run].next() {
            entrant.shared = runs[run].shared
            entrant.window = runs[run].window(from: entrant.shared)
        }
        var node = (run + losers.count) / 2
        while node > 0 {
            var loser = losers[node]
            play(&entrant, against: &loser)
            losers[node] = loser
            node /= 2
        }
        losers[0] = entrant
    }

    /// Puts that one of the two into `winner` which comes first.
    @inline(__always)
    private func play(_ winner: inout Entrant, against loser: inout Entrant) {
        if winner.shared != loser.shared {
            if winner.shared < loser.shared { swap(&winner, &loser) }
        } else if winner.window != loser.window {
            if winner.window > loser.window { swap(&winner, &loser) }
            // A path that has ended counts as zeros in the window.
            let difference = loser.shared + (winner.window ^ loser.window).leadingZeroBitCount / 8
            loser.shared = min(difference, runs[winner.run].pathCount, runs[loser.run].pathCount)
            loser.window = runs[loser.run].window(from: loser.shared)
        } else if winner.shared >= 0 {
            compare(&winner, with: &loser)
        }
    }

    /// The same for paths that are not told apart by eight more bytes. Of equal paths that of the first run comes first.
    private func compare(_ winner: inout Entrant, with loser: inout Entrant) {
        let (left, right) = (runs[winner.run].path, runs[loser.run].path)
        let (leftCount, rightCount) = (runs[winner.run].pathCount, runs[loser.run].pathCount)
        let start = winner.shared
        let shared =
            start
            + ByteScan.commonPrefix(
                left.span.extracting(start..<leftCount), right.span.extracting(start..<rightCount))
        let isBehind =
            if shared == leftCount && shared == rightCount {
                loser.run < winner.run
            } else if shared == leftCount || shared == rightCount {
                shared == rightCount
            } else {
                right[shared] < left[shared]
            }
        if isBehind { swap(&winner, &loser) }
        loser.shared = shared
        loser.window = runs[loser.run].window(from: shared)
    }
}
