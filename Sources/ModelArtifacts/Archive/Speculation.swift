/// How far and how much a second thread decompresses ahead of a ``GzipStream``; see ``SpeculativeInflater``.
package struct Speculation: Sendable {
    /// How far ahead of the stream it begins, in bytes of the file: enough that the stream takes some milliseconds to get
    /// there, since every beginning costs half of one.
    package var distance: Int64 = 2 << 20
    /// How far it looks for the beginning of a block, in bytes. Blocks that are longer are none of those that usual
    /// compressors make.
    package var searchLimit = 512 << 10
    /// The most that one block may hold, in bytes. It is between blocks that the thread can be stopped.
    package var blockLimit = 2 << 20
    /// The most that it decompresses, in bytes, before the stream has got there. Takes twice as much memory, two times.
    package var pieceLimit = 8 << 20
    /// How much it reads at once, in bytes.
    package var readSize = 512 << 10

    /// Where it begins at multiples of, in bytes of the file.
    package var alignment: Int64 = 4096
    /// Whether the stream waits for the thread instead of overtaking it, so that what is taken over does not depend on their
    /// pace: for tests.
    package var isPatient = false

    /// What suits files on a disk.
    package init() {}
}
