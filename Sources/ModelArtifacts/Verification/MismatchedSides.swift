/// Tells what somebody meant who compared two sides of which no object is on the other: what there is lies deeper, or is an
/// archive of what is expected.
enum MismatchedSides {
    /// How many paths are looked at that are expected, and how many that are there; both come in order.
    private static let looked = (expected: 1_000, actual: 100)

    /// What to do in place of what is said of single objects; nil if the sides may be meant as they are. Safe to show.
    ///
    /// - Throws: what reading the sides again throws.
    static func advice(_ report: VerificationReport, actual: ComparedSide) throws(ArtifactError) -> String? {
        let (missing, unexpected) = (report.summary.count(.missing), report.summary.count(.unexpected))
        guard missing > 0, unexpected > 0, missing + unexpected == report.summary.total,
            report.expected.kind != ComparedSide.Kind.request.rawValue
        else { return nil }
        var expected: Set<ByteString> = []
        var paths: [ByteString] = []
        var folder: ByteString?
        try report.forEachDifference { comparison in
            if comparison.status == .missing {
                if expected.count < looked.expected { expected.insert(comparison.path) }
            } else {
                if paths.count < looked.actual { paths.append(comparison.path) }
                folder = shared(folder ?? comparison.path, comparison.path)
            }
        }
        if let folder, let depth = depth(in: folder, of: paths, expected) { return deeper(depth, report, actual) }
        guard unexpected == 1, let path = paths.first, ArchiveName.isUnpacked(path.bytes.span) else { return nil }
        return archive(path, report, actual)
    }

    /// The longest folder that holds two paths, with a slash at its end; nothing if it is the outermost.
    private static func shared(_ first: ByteString, _ second: ByteString) -> ByteString {
        let slash = UInt8(ascii: "/")
        let count = zip(first.bytes, second.bytes).prefix { $0 == $1 }.count
        let end = first.bytes.prefix(count).lastIndex(of: slash)
        return ByteString(Array(first.bytes.prefix(end.map { $0 + 1 } ?? 0)))
    }

    /// Behind which part of a folder the most paths are those that are expected; nil if none is behind any.
    private static func depth(
        in folder: ByteString, of paths: [ByteString], _ expected: Set<ByteString>
    ) -> ByteString? {
        var best: (folder: ByteString, count: Int)?
        for (index, byte) in folder.bytes.enumerated() where byte == UInt8(ascii: "/") {
            let count = paths.count { expected.contains(ByteString(Array($0.bytes.dropFirst(index + 1)))) }
            if count > best?.count ?? 0 { best = (ByteString(Array(folder.bytes[...index])), count) }
        }
        return best?.folder
    }

    private static func deeper(_ folder: ByteString, _ report: VerificationReport, _ actual: ComparedSide) -> String? {
        let place: String
        switch actual.kind {
        case .listing: place = "give --s3-uri \(uri(of: folder, actual))"
        case .s3: place = "give \(uri(of: folder, actual)) in place of \(ShellWord.quoted(actual.location))"
        case .directory:
            let name = ByteString(Array(actual.file(of: folder).bytes.dropLast()))
            place = "give \(ShellWord.quoted(name)) in place of \(ShellWord.quoted(actual.location))"
        case .manifest, .file, .request: return nil
        }
        return
            "no name is on both sides, but behind '\(folder)' they are those of '\(report.expected.location)'; \(place)"
    }

    private static func archive(_ path: ByteString, _ report: VerificationReport, _ actual: ComparedSide) -> String? {
        let name: String
        switch actual.kind {
        case .listing, .s3: name = uri(of: path, actual)
        case .directory: name = ShellWord.quoted(actual.file(of: path))
        case .manifest, .file, .request: return nil
        }
        return
            "'\(path)' is an archive, which is compared as one object; 'optml diff \(ShellWord.quoted(report.expected.location)) \(name)' compares what is in it"
    }

    /// The place of a path in S3, as a word of a command.
    private static func uri(of path: ByteString, _ actual: ComparedSide) -> String {
        let key = actual.key(of: path) ?? path
        return ShellWord.quoted(S3URI(bucket: actual.scope?.bucket ?? "BUCKET", key: key).text)
    }
}
