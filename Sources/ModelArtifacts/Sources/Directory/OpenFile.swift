#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is open for a moment, with its first bytes in memory, which are valid as long.
@safe struct OpenFile: ~Copyable {
    private let descriptor: CInt
    let target: DirectoryListing.Target
    private let first: UnsafeRawBufferPointer

    /// - Parameters:
    ///   - target: what the file was after `first` was read.
    ///   - first: at least one byte, unless the file has none.
    @unsafe init(descriptor: CInt, target: DirectoryListing.Target, first: UnsafeRawBufferPointer) {
        self.descriptor = descriptor
        self.target = target
        unsafe self.first = unsafe first
    }

    /// What was seen of a file, and which bytes were read for it besides the first ones.
    struct Seen {
        let contents: SeenContents
        var ranges: [KeptFile.Range] = []
    }

    /// The descriptor, which whoever takes it has to close.
    var rawDescriptor: CInt { descriptor }

    /// Looks into the file.
    ///
    /// - Parameters:
    ///   - name: the last component of its path.
    ///   - needs: what is wanted of it.
    ///   - keepsRanges: whether somebody wants the bytes that are read.
    /// - Returns: nil if it has no bytes, cannot be read, or changes meanwhile.
    func look(name: Span<UInt8>, _ needs: ContentNeeds, keepsRanges: Bool = false) -> Seen? {
        guard target.size > 0 else { return nil }
        var ranges: [KeptFile.Range] = []
        let reading = ContentReading(name: name, size: target.size, needs)
        var request = reading.start()
        var hasReadMore = false
        while case .read(let offset, let count) = request {
            if unsafe Int64(first.count) >= offset + Int64(count) {
                let wanted = unsafe UnsafeRawBufferPointer(rebasing: first[Int(offset)..<Int(offset) + count])
                request = unsafe reading.feed(wanted.bindMemory(to: UInt8.self).span, at: offset)
            } else {
                guard let bytes = bytes(offset, count) else { return nil }
                request = reading.feed(bytes.span, at: offset)
                hasReadMore = true
                if keepsRanges { ranges.append(KeptFile.Range(offset: offset, bytes: bytes)) }
            }
        }
        guard !hasReadMore || isUnchanged else { return nil }
        return Seen(contents: SeenContents(reading.finish(), needs), ranges: ranges)
    }

    /// The bytes from an offset on, as far as they are in memory from there; nil if there are fewer, or they cannot be read.
    private func bytes(_ offset: Int64, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let known = unsafe Int(max(0, min(Int64(count), Int64(first.count) - offset)))
        let isThere = unsafe bytes.withUnsafeMutableBytes { buffer in
            if known > 0 {
                let start = Int(offset)
                unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: first[start..<start + known]))
            }
            var filled = known
            while filled < count {
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                let more = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(filled))
                guard more > 0 else { return false }
                filled += more
            }
            return true
        }
        return isThere ? bytes : nil
    }

    /// The bytes that are in memory.
    var firstRange: KeptFile.Range { unsafe KeptFile.Range(offset: 0, bytes: Array(first)) }

    private var isUnchanged: Bool {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 && FileIdentity(status) == target.identity
    }
}
