/// The rows of a layout in sections that several threads put into words side by side, each with what the rows before it mean for it.
package struct LayoutSections: Sendable {
    /// Some rows in a row.
    package struct Section: Sendable {
        fileprivate let layout: PackedLayout
        fileprivate let chunk: Int
        /// For each directory on the way down to the row before it, and for that row, whether another row follows beside it.
        package let open: [Bool]
        /// Whether no row comes before them.
        package var isFirst: Bool { chunk == 0 }
        /// What the directories among its rows hold, one each.
        package let sums: ArraySlice<DirectorySums.Sum>

        /// Goes through the rows.
        package func cursor() -> LayoutCursor { LayoutCursor(layout, chunks: chunk..<(chunk + 1)) }
    }

    private let layout: PackedLayout
    /// What the directories of the whole layout hold.
    package let directories: DirectorySums
    private let jobs: Int

    /// Goes through a layout once.
    ///
    /// - Parameter jobs: how many threads work on its sections, the caller among them.
    package init(_ layout: PackedLayout, jobs: Int) {
        self.layout = layout
        self.jobs = jobs
        directories = DirectorySums(layout)
    }

    /// Does some work on each section, several at a time and ahead of who takes the results in order, in bounded memory.
    ///
    /// - Throws: what `take` throws.
    package func forEach<Result>(
        _ work: @escaping @Sendable (Section) -> Result, take: (Result) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        let results = WorkAhead(count: layout.chunks.count, jobs: jobs) { work(section($0)) }
        defer { results.stop() }
        while let result = results.next() { try take(result) }
    }

    private func section(_ chunk: Int) -> Section {
        let (starts, sums) = (directories.starts, directories.sums)
        let end = chunk + 1 < starts.count ? starts[chunk + 1].directories : sums.count
        return Section(
            layout: layout, chunk: chunk, open: starts[chunk].open, sums: sums[starts[chunk].directories..<end])
    }
}
