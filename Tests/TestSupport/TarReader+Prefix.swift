package import ModelArtifacts

extension TarReader {
    /// The first bytes of the contents of the member that was read last, at most `count`, with zeros for holes.
    ///
    /// It has to be the first that reads from the contents, and uses up the pieces that it has seen.
    package func prefix(_ count: Int, of member: ArchiveMember?) throws(ArchiveReadError) -> [UInt8] {
        guard let member, member.kind == .file else { return [] }
        let count = Int(max(min(Int64(count), member.size), 0))
        var prefix: [UInt8] = []
        var isMore = true
        while isMore, prefix.count < count {
            isMore = try readBlock { (offset, bytes) throws(ArchiveReadError) in
                let hole = Int(min(offset, Int64(count))) - prefix.count
                prefix.append(contentsOf: repeatElement(0, count: max(hole, 0)))
                prefix.append(contentsOf: bytes.prefix(count - prefix.count))
            }
        }
        // Where a sparse file ends with a hole, nothing is stored for it.
        prefix.append(contentsOf: repeatElement(0, count: count - prefix.count))
        return prefix
    }
}
