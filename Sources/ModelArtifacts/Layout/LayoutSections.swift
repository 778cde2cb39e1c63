/// The rows of a layout in sections that several threads put into words side by side, each with what the rows before it mean for it.
package struct LayoutSections: Sendable {
    /// Some rows in a row.
    package struct Section: Sendable {
        private let layout: PackedLayout
        private let chunk: Int
        private let directories: DirectorySums.Chunk

        fileprivate init(_ layout: PackedLayout, _ chunk: Int, _ directories: DirectorySums.Chunk) {
            self.layout = layout
            self.chunk = chunk
            self.directories = directories
        }

        /// For each directory on the way down to the row before it, and for that row, whether another row follows beside it.
        package var open: [Bool] { directories.open }
        /// Whether no row comes before them.
        package var isFirst: Bool { chunk == 0 }
        /// What the directories among its rows hold, one each.
        package var sums: ArraySlice<DirectorySums.Sum> { directories.sums[...] }

        /// Goes through the rows.
        package func cursor() -> LayoutCursor { LayoutCursor(layout, chunks: chunk..<(chunk + 1)) }
    }

    private let layout: PackedLayout
    private let directories: DirectorySums
    private let jobs: Int

    /// Goes through a layout once.
    ///
    /// - Parameter jobs: how many threads work on its sections, the caller among them.
    package init(_ layout: PackedLayout, jobs: Int) {
        self.layout = layout
        self.jobs = jobs
        directories = DirectorySums(layout, jobs: jobs)
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

    private func section(_ chunk: Int) -> Section { Section(layout, chunk, directories.chunks[chunk]) }
}
