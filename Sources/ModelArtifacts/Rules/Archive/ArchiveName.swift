/// What names say of archives.
enum ArchiveName {
    /// How gzip-compressed tar archives are named, which SageMaker unpacks where they are the model data.
    static let unpacked = [".tar.gz", ".tgz"]
    /// How other archives, and compressed files, are named, which it never unpacks.
    static let others = [".zip", ".tar", ".tbz2", ".txz", ".tzst", ".bz2", ".xz", ".zst", ".7z"]

    private static let unpackedSuffixes = unpacked.compactMap { NameSuffix($0, bit: 1) }

    /// Whether a name is that of a gzip-compressed tar archive.
    static func isUnpacked(_ name: Span<UInt8>) -> Bool {
        let word = NameSuffix.lastWord(of: name)
        return unpackedSuffixes.contains { $0.matches(word, of: name) }
    }

    /// Whether a name is that of another archive. What a name says before the ending counts too: `model.pth.tar` is what
    /// PyTorch's examples call a checkpoint, and `model.pkl.bz2` one that is read as it is.
    static func isOther(_ name: ByteString) -> Bool {
        guard let ending = others.first(where: { name.hasSuffix(ByteString($0)) }) else { return false }
        let stem = ByteString(Array(name.bytes.dropLast(ending.utf8.count))).lastComponent
        guard !stem.isEmpty else { return false }
        guard [".tar", ".bz2", ".xz", ".zst"].contains(ending) else { return true }
        guard let dot = stem.bytes.lastIndex(of: UInt8(ascii: ".")) else { return true }
        let word = stem.bytes[(dot + 1)...]
        // The rest of a version is no ending of its own.
        return word.elementsEqual("tar".utf8)
            || word.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
