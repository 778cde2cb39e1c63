/// A piece of a tar archive in a buffer: headers and padding stand in it, the contents of files are still to be read.
struct TarChunk {
    /// Bytes of a file that belong into the buffer.
    struct Read {
        let file: MemberFile
        /// Where they stand in the file.
        let fileOffset: Int64
        /// Where they belong in the buffer.
        let range: Range<Int>
    }

    /// The number of the piece, from 0.
    let index: Int
    /// How many bytes of the buffer it takes.
    let count: Int
    /// What is to be read.
    let reads: [Read]
    /// How many files end in it, or ended where it begins.
    let filesEnded: Int
    /// Whether the archive ends with it.
    let isLast: Bool
}
