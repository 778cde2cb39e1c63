import SystemPackage

/// Lays a tar archive out in pieces of equal size, one after the other.
package struct TarChunker {
    /// The size of a piece in bytes: as much as sixteen stored deflate blocks hold. It is part of the format.
    package static let chunkSize = 16 * 65_535

    private let plan: PackingPlan
    private let root: FileDescriptor
    private let modificationTime: Int64
    private var nextIndex = 0
    private var nextMember = 0
    /// Header blocks that are not in a piece yet.
    private var header: ArraySlice<UInt8> = []
    private var file: MemberFile?
    private var fileOffset: Int64 = 0
    private var contentsLeft: Int64 = 0
    private var zerosLeft = 0
    private var isAtEnd = false
    /// How many files are laid out to their ends.
    private var filesDone = 0

    /// - Parameter root: the directory that is packed, open.
    init(_ plan: PackingPlan, root: FileDescriptor, modificationTime: Int64) {
        self.plan = plan
        self.root = root
        self.modificationTime = modificationTime
    }

    /// Writes headers and padding of the next piece into a buffer of ``chunkSize`` bytes; nil after the last piece.
    mutating func next(into buffer: UnsafeMutableRawBufferPointer) -> TarChunk? {
        guard !isAtEnd else { return nil }
        var filled = 0
        var reads: [TarChunk.Read] = []
        let filesBefore = filesDone
        while filled < buffer.count {
            let room = buffer.count - filled
            if !header.isEmpty {
                let piece = header.prefix(room)
                unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyBytes(from: piece)
                header = header.dropFirst(piece.count)
                filled += piece.count
            } else if contentsLeft > 0, let file {
                let count = Int(min(Int64(room), contentsLeft))
                reads.append(TarChunk.Read(file: file, fileOffset: fileOffset, range: filled..<(filled + count)))
                fileOffset += Int64(count)
                contentsLeft -= Int64(count)
                filled += count
            } else if zerosLeft > 0 {
                let count = min(room, zerosLeft)
                unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<(filled + count)])
                    .initializeMemory(as: UInt8.self, repeating: 0)
                zerosLeft -= count
                filled += count
            } else if !beginMember() {
                break
            }
        }
        // A piece that ends where the archive does is the last one only if nothing is left.
        isAtEnd = header.isEmpty && contentsLeft == 0 && zerosLeft == 0 && nextMember > plan.table.count
        defer { nextIndex += 1 }
        return TarChunk(
            index: nextIndex, count: filled, reads: reads, filesEnded: filesDone - filesBefore, isLast: isAtEnd)
    }

    /// Goes on to the next member, or to the blocks of zeros at the end; false if there is nothing left.
    private mutating func beginMember() -> Bool {
        if file != nil { filesDone += 1 }
        file = nil
        guard nextMember < plan.table.count else {
            guard nextMember == plan.table.count else { return false }
            nextMember += 1
            zerosLeft = 2 * TarHeader.blockSize
            return true
        }
        let member = plan.table[nextMember]
        header = TarHeader(member, modificationTime: modificationTime).blocks[...]
        if member.kind == .file, let identity = plan.table.identity(of: nextMember) {
            let shown = plan.directory + (plan.directory.hasSuffix("/") ? "" : "/") + member.path
            file = MemberFile(member.path, in: root, shown: shown, identity: identity)
            fileOffset = 0
            contentsLeft = member.size
            zerosLeft = TarHeader.padding(after: member.size)
        }
        nextMember += 1
        return true
    }
}
