import ModelArtifacts

extension KnownText {
    /// The ends of the names of gzip-compressed tar archives.
    private static let archives: [ByteString] = [".tar.gz", ".tgz"]

    /// Whether its end says, in letters of whatever case, that this is a gzip-compressed tar archive, or is too little known to say anything.
    var mayBeArchive: Bool {
        let end = ByteString(end.bytes.map { ASCII.isLetter($0) ? $0 | 0x20 : $0 })
        if Self.archives.contains(where: end.hasSuffix) { return true }
        // Behind something unknown, `gz` may be the rest of `.tar.gz`. A whole URI is none of it.
        return Self.archives.contains { $0.hasSuffix(end) }
    }
}

extension ByteString {
    /// Whether it ends with what the CDK calls a gzip-compressed asset: its SHA-256, and `.gz`.
    ///
    /// Source: https://github.com/aws/aws-cdk, `packages/aws-cdk-lib/core/lib/asset-staging.ts`
    var isAssetOfCDK: Bool {
        let name = lastComponent.bytes
        return name.count == 67 && name.prefix(64).allSatisfy(ASCII.isHexadecimalDigit) && hasSuffix(".gz")
    }

    /// What stands behind the last dot of the last component, where it is a word that says of what kind a file is; nil for
    /// none, or the rest of a version such as `v1.2`.
    var fileExtension: ByteString? {
        let name = lastComponent.bytes
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let word = name[(dot + 1)...]
        guard let first = word.first, ASCII.isLetter(first), word.allSatisfy(ASCII.isAlphanumeric) else { return nil }
        return ByteString(Array(word))
    }
}
