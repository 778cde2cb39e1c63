/// The blocks of an S3 Inventory for several threads, which parse them side by side while one at a time reads and unpacks.
final class InventoryBlocks: Sendable {
    private struct State {
        let reader: InventoryBlockReader
        /// The number of the block that comes next.
        var next = 0
        var isEnded = false
    }

    private let monitor: Monitor<State>
    private let manifest: InventoryManifest

    /// - Parameter blockSize: how much is read at once, in bytes.
    /// - Throws: ``ArtifactError`` if the manifest cannot be read.
    init(_ inventory: InventoryReader, blockSize: Int) throws(ArtifactError) {
        let manifest = try inventory.manifest()
        self.manifest = manifest
        monitor = Monitor(State(reader: InventoryBlockReader(inventory, manifest, blockSize: blockSize)))
    }

    /// Waits until the blocks before have been read, and reads the one of a number.
    ///
    /// - Parameter number: from 0; each has to be asked for once.
    /// - Returns: nil behind the last one, and behind one that could not be read.
    /// - Throws: ``ArtifactError`` if it cannot be read.
    func block(_ number: Int) throws(ArtifactError) -> InventoryBlock? {
        let result = monitor.change(when: { $0.isEnded || $0.next == number }) {
            state -> Result<InventoryBlock?, ArtifactError> in
            if state.isEnded { return .success(nil) }
            state.next += 1
            do throws(ArtifactError) {
                let block = try state.reader.next()
                state.isEnded = block == nil
                return .success(block)
            } catch {
                state.isEnded = true
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Calls `body` with each object of a block that is in the bucket now.
    ///
    /// - Throws: what is wrong with a row, whose line is counted from the beginning of the block; and what `body` throws.
    func forEach(in block: InventoryBlock, _ body: KeyListing.Body) throws(ArtifactError) {
        var rows = InventoryRows(manifest)
        try rows.forEach(InputBuffer(block.bytes, name: block.name), body)
    }
}
