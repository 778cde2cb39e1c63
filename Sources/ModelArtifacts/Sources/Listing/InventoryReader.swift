import CKernels

/// Reads an S3 Inventory: its manifest, and the CSV or CSV.gz files that the manifest names, whose checksums have to agree.
///
/// A data file is found by the last component of its key: beside the manifest, in `data/` beside it, or in `../data/`,
/// which is where S3 puts it. Nothing else of the key is used, so a manifest cannot name files elsewhere.
/// Delete markers, old versions and rows of other buckets are left out. Keys are URL-encoded in these files.
struct InventoryReader {
    private let manifestPath: ByteString
    private let content: ListingContent

    init(manifest: ByteString, content: ListingContent) {
        manifestPath = manifest
        self.content = content
    }

    func forEach(_ body: KeyListing.Body) throws(ArtifactError) {
        let manifest = try manifest()
        var rows = InventoryRows(manifest)
        for entry in manifest.files {
            let file = try verified(entry)
            let isCompressed = file.path.hasSuffix(".gz")
            try rows.forEach(isCompressed ? InventoryDataFile(file).input() : InputBuffer(file), body)
            try file.verifyUnchanged()
        }
    }

    /// The manifest, if it is what the checksum beside it says.
    func manifest() throws(ArtifactError) -> InventoryManifest {
        try verifyManifest()
        return try InventoryManifest(content.input())
    }

    /// A data file, if it is the one that the manifest means.
    func verified(_ entry: InventoryManifest.File) throws(ArtifactError) -> RegularFile {
        let file = try open(entry.key)
        if let size = entry.size, size != file.size {
            throw damaged(file.path, "it has \(file.size) bytes where the manifest says \(size)")
        }
        guard try Self.checksum(InputBuffer(file)) == Self.lowercased(entry.checksum) else {
            throw damaged(file.path, "its MD5 is not the one in the manifest")
        }
        return file
    }

    /// Compares the manifest with the checksum beside it (`manifest.checksum`), if there is one.
    private func verifyManifest() throws(ArtifactError) {
        guard manifestPath.hasSuffix(".json") else { return }
        let file: RegularFile
        do throws(ArtifactError) {
            file = try RegularFile(opening: ByteString(Array(manifestPath.bytes.dropLast(5))) + ".checksum")
        } catch  where error.code == .notFound {
            return
        }
        var input = InputBuffer(file)
        try input.require(32)
        let expected = ByteString(Array(input.bytes[..<min(input.end, 32)]))
        guard try Self.checksum(content.input()) == Self.lowercased(expected) else {
            throw damaged(manifestPath, "its MD5 is not the one in \(file.path)")
        }
    }

    private func open(_ key: ByteString) throws(ArtifactError) -> RegularFile {
        let name = key.lastComponent
        guard !name.isEmpty, name != ".", name != "..", !name.bytes.contains(0) else {
            throw ArtifactError(.malformedInput, "\(manifestPath): '\(ListingText.excerpt(key))' cannot be a data file")
        }
        let folder = ByteString(Array(manifestPath.bytes.dropLast(manifestPath.lastComponent.count)))
        for place: ByteString in ["", "data/", "../data/"] {
            do throws(ArtifactError) {
                return try RegularFile(opening: folder + place + name)
            } catch  where error.code == .notFound {
                continue
            }
        }
        throw ArtifactError(
            .notFound,
            "\(manifestPath): its data file '\(ListingText.excerpt(name))' is neither beside it nor in data/ or ../data/; "
                + "download it as well")
    }

    private func damaged(_ path: ByteString, _ reason: String) -> ArtifactError {
        ArtifactError(.malformedInput, "\(path): damaged, or of another inventory: \(reason); download it again")
    }

    private static func lowercased(_ digits: ByteString) -> ByteString {
        ByteString(digits.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    }

    /// The MD5 of an input in lower-case hexadecimal.
    private static func checksum(_ input: consuming InputBuffer) throws(ArtifactError) -> ByteString {
        var state = optml_md5()
        unsafe optml_md5_start(&state)
        while try input.peek() != nil {
            let range = input.position..<input.end
            unsafe input.bytes.withUnsafeBytes { window in
                unsafe optml_md5_update(&state, window.baseAddress.map { unsafe $0 + range.lowerBound }, range.count)
            }
            input.position = input.end
            input.mark = input.end
        }
        var digest = [UInt8](repeating: 0, count: 16)
        unsafe optml_md5_finish(&state, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return ByteString(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
