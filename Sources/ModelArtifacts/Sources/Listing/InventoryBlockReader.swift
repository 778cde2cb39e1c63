/// Takes the data files of an S3 Inventory apart, one after another, into blocks of whole rows.
final class InventoryBlockReader {
    private let inventory: InventoryReader
    private let manifest: InventoryManifest
    /// How much is read at once, in bytes.
    private let blockSize: Int
    private var nextFile = 0
    /// The data file that is being read: what reads on, and what checks it in the end.
    private var file: (path: ByteString, opened: RegularFile, unpacked: InventoryDataFile?, offset: Int64)?
    /// The beginning of a row whose end has not been read.
    private var rest: [UInt8] = []

    init(_ inventory: InventoryReader, _ manifest: InventoryManifest, blockSize: Int) {
        self.inventory = inventory
        self.manifest = manifest
        self.blockSize = max(1, blockSize)
    }

    /// The next rows; nil at the end.
    ///
    /// - Throws: ``ArtifactError`` if a file is not there, is damaged or cannot be read.
    func next() throws(ArtifactError) -> InventoryBlock? {
        while true {
            if file == nil {
                guard nextFile < manifest.files.count else { return nil }
                let opened = try inventory.verified(manifest.files[nextFile])
                nextFile += 1
                file = (
                    opened.path, opened, opened.path.hasSuffix(".gz") ? try InventoryDataFile(opened) : nil, 0
                )
            }
            if let block = try readBlock() { return block }
        }
    }

    /// - Returns: nil at the end of the file.
    private func readBlock() throws(ArtifactError) -> InventoryBlock? {
        var bytes = rest
        rest = []
        var filled = bytes.count
        while true {
            if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: blockSize)) }
            let read = try fill(&bytes, from: filled)
            filled += read
            if read == 0 {
                try file?.opened.verifyUnchanged()
                let name = file?.path ?? ""
                file = nil
                bytes.removeLast(bytes.count - filled)
                return bytes.isEmpty ? nil : InventoryBlock(name: name, bytes: bytes)
            }
            guard filled == bytes.count else { continue }
            if let end = Self.endOfRows(in: bytes) {
                rest = Array(bytes[end...])
                bytes.removeLast(bytes.count - end)
                return InventoryBlock(name: file?.path ?? "", bytes: bytes)
            }
            guard filled <= InputBuffer.longestToken else {
                throw ArtifactError(.malformedInput, "\(file?.path ?? ""): a row longer than 16 MiB")
            }
        }
    }

    /// - Returns: the number of bytes read; 0 at the end of the file.
    private func fill(_ bytes: inout [UInt8], from start: Int) throws(ArtifactError) -> Int {
        guard let file else { return 0 }
        let (unpacked, opened, offset) = (file.unpacked, file.opened, file.offset)
        let count = try unsafe bytes.withUnsafeMutableBufferPointer { bytes throws(ArtifactError) -> Int in
            let room = unsafe UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[start...]))
            guard let unpacked else { return try unsafe opened.read(into: room, at: offset) }
            return try unsafe unpacked.read(into: room)
        }
        self.file?.offset += Int64(count)
        return count
    }

    /// Where the last row ends that does; nil if none does. A line that ends within quotes is no row.
    static func endOfRows(in bytes: [UInt8]) -> Int? {
        var quotes = ByteScan.count(of: UInt8(ascii: "\""), in: bytes.span)
        for index in bytes.indices.reversed() {
            if bytes[index] == UInt8(ascii: "\"") { quotes -= 1 }
            if bytes[index] == UInt8(ascii: "\n"), quotes % 2 == 0 { return index + 1 }
        }
        return nil
    }
}
