/// Tells the form of a listing by its first 64 KiB, and refuses by name what is known but cannot be used.
///
/// Where a file could be several things, the forms that tools print win over plain keys, which can be anything;
/// `--listing-format keys` forces them.
struct ListingDetector {
    /// How much of the beginning counts, in bytes.
    static let headSize = 64 << 10

    let name: ByteString
    private let head: [UInt8]
    /// The first lines, without their ends.
    let lines: [ArraySlice<UInt8>]

    /// Reads the beginning of a listing.
    ///
    /// - Throws: what reading throws.
    init(name: ByteString, content: ListingContent) throws(ArtifactError) {
        var input = content.input()
        try input.require(Self.headSize)
        self.init(name: name, head: Array(input.bytes[..<min(input.end, Self.headSize)]))
    }

    init(name: ByteString, head: [UInt8]) {
        self.name = name
        let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
        self.head = text
        var lines: [ArraySlice<UInt8>] = []
        for line in text.split(separator: UInt8(ascii: "\n"), maxSplits: 50) where lines.count < 50 {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if !line.isEmpty { lines.append(line) }
        }
        self.lines = lines
    }

    /// The form of the listing.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` for what cannot be used, saying what to run instead.
    func format() throws(ArtifactError) -> ListingFormat {
        try refuseBinary()
        guard let first = lines.first else { return .keys }
        let start = first.drop(while: Self.isSpace)
        if Self.isXML(start) { throw refusal("XML") }
        try refuseTextOfPython(start)
        if isJSON { return isInventoryManifest ? .inventory : .json }
        if isManifest { return .manifest }
        try refuseOutputOfS3API(first)
        try refuseTextOfOtherTools(first)
        try refuseTextOfCommands(first)
        try refuseTextOfStores(first)
        try refuseRows(first)
        if ListingPattern.matches(first, "0000-00-00 00:00:00 ") { return .awsS3Ls }
        if first.first == UInt8(ascii: " "), ListingPattern.matches(start, "PRE ") { return .awsS3Ls }
        // With --summarize, this is all there is if nothing was found.
        if lines.count == 2, ListingPattern.matches(first, "Total Objects: 0") { return .awsS3Ls }
        return .keys
    }

    // MARK: Binary forms

    private func refuseBinary() throws(ArtifactError) {
        let isUTF16 =
            head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
            || (head.count >= 4 && head[0] == 0 && head[2] == 0 && head[1] != 0 && head[3] != 0)
            || (head.count >= 4 && head[1] == 0 && head[3] == 0 && head[0] != 0 && head[2] != 0)
        if isUTF16 {
            throw ArtifactError(
                .malformedInput,
                "\(name): the listing is UTF-16, as PowerShell writes it; convert it with: "
                    + "iconv -f UTF-16 -t UTF-8")
        }
        let isBinary = head.prefix(64).contains { $0 < 0x20 && !Self.isSpace($0) }
        if isBinary, head.starts(with: "PAR1".utf8) { throw inventoryRefusal("Parquet") }
        if isBinary, head.starts(with: "ORC".utf8) { throw inventoryRefusal("ORC") }
        let isCompressed =
            head.starts(with: [0x1F, 0x8B]) || head.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
            || head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        if isCompressed {
            throw ArtifactError(
                .malformedInput,
                "\(name): the listing is compressed; unpack it first, or, for an S3 Inventory, give its "
                    + "manifest.json")
        }
    }

    private func inventoryRefusal(_ form: String) -> ArtifactError {
        ArtifactError(.malformedInput, "\(name): \(KeyListing.refusal(ofInventoryIn: ByteString(form)))")
    }

    // MARK: JSON, CSV and XML

    private static func isXML(_ start: ArraySlice<UInt8>) -> Bool {
        let tags: [StaticString] = [
            "<?xml", "<ListBucketResult", "<ListVersionsResult", "<Error>", "<!DOCTYPE", "<html",
        ]
        return tags.contains { ListingPattern.matches(start, $0) }
    }

    private var isJSON: Bool {
        let text = head.drop(while: Self.isSpace)
        let next = text.dropFirst().first { !Self.isSpace($0) }
        switch text.first {
        case UInt8(ascii: "{"):
            return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
        case UInt8(ascii: "["):
            return next.map { "{\"][n".utf8.contains($0) } ?? true
        case UInt8(ascii: "n"):
            return lines.allSatisfy { line in
                let text = line.drop(while: Self.isSpace)
                return text.starts(with: "null".utf8) && text.dropFirst(4).allSatisfy(Self.isSpace)
                    || text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[")
            }
        default: return false
        }
    }

    /// Whether the JSON has the members of an inventory's `manifest.json`.
    private var isInventoryManifest: Bool {
        var reader = JSONReader(InputBuffer(head, name: name))
        // The beginning of a file ends anywhere, so an error only means that there is nothing more to see.
        do throws(ArtifactError) {
            guard try reader.nextDocument(), try reader.kind() == .object else { return false }
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.textEquals("fileSchema") || reader.textEquals("fileFormat") { return true }
            }
        } catch {}
        return false
    }

    /// Whether this can hardly be anything else than a listing: a manifest of several columns, or an answer of
    /// `aws s3api list-objects-v2` that names a key.
    var isUnmistakable: Bool {
        isAnswerOfListObjects || isManifest && lines.first?.contains(UInt8(ascii: ",")) == true
    }

    private var isAnswerOfListObjects: Bool {
        guard isJSON else { return false }
        var reader = JSONReader(InputBuffer(head, name: name))
        // The beginning of a file ends anywhere, so an error only means that there is nothing more to see.
        do throws(ArtifactError) {
            guard try reader.nextDocument(), try reader.kind() == .object else { return false }
            try reader.beginObject()
            while try reader.nextMember() {
                guard reader.textEquals("Contents"), try reader.kind() == .array else {
                    try reader.skipValue()
                    continue
                }
                try reader.beginArray()
                guard try reader.nextElement(), try reader.kind() == .object else { return false }
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.textEquals("Key") { return true }
                    try reader.skipValue()
                }
                return false
            }
        } catch {}
        return false
    }

    private var isManifest: Bool {
        var reader = CSVReader(InputBuffer(head, name: name))
        guard (try? reader.next()) == true else { return false }
        let fields = (0..<reader.fieldCount).map { ManifestColumn(header: reader.field($0)) }
        // This one word alone may as well be the first of plain keys.
        guard fields.allSatisfy({ $0 != nil }), fields != [.key] else { return false }
        return fields.contains(.s3URI) || fields.contains(.key)
    }

    // MARK: Text

    private func refuseOutputOfS3API(_ first: ArraySlice<UInt8>) throws(ArtifactError) {
        let isText = lines.contains { ListingPattern.matches($0, "CONTENTS\t") || ListingPattern.matches($0, "None\t") }
        if isText || (lines.count == 1 && first.elementsEqual("None".utf8)) || isTabbed(first) {
            throw refusal("the text of 'aws s3api --output text', in which keys cannot be told")
        }
        let isTable = lines.count > 1 && ListingPattern.matches(first, "-----") && lines[1].first == UInt8(ascii: "|")
        if isTable { throw refusal("a table of 'aws s3api --output table'") }
        let yaml: [StaticString] = ["Contents:", "- Contents:", "- ChecksumAlgorithm:", "- ETag:", "- Key:"]
        if yaml.contains(where: { ListingPattern.matches(first, $0) }) { throw refusal("YAML") }
        if first.first == UInt8(ascii: "\""), contains(first, "\",\"") {
            throw ArtifactError(
                .malformedInput,
                "\(name): CSV, perhaps a data file of an S3 Inventory; give the inventory's manifest.json")
        }
        if lines.allSatisfy({ $0.count > 1 && $0.first == UInt8(ascii: "\"") && $0.last == UInt8(ascii: "\"") }) {
            throw ArtifactError(
                .malformedInput,
                "\(name): every line is quoted; write keys without quotes (jq -r), or say with "
                    + "--listing-format whether the quotes are JSON ('json') or belong to the keys ('keys')")
        }
    }

    /// Whether a line is fields with tabs between them. Keys may hold tabs, but hardly ever do.
    private func isTabbed(_ line: ArraySlice<UInt8>) -> Bool { line.contains(UInt8(ascii: "\t")) }

    private func refuseTextOfOtherTools(_ first: ArraySlice<UInt8>) throws(ArtifactError) {
        let start = first.drop(while: Self.isSpace)
        let isFolder = first.first == UInt8(ascii: " ") && ListingPattern.matches(start, "DIR ")
        if ListingPattern.matches(first, "0000-00-00 00:00  ") || (isFolder && contains(first, " s3://")) {
            throw refusal("a listing of s3cmd")
        }
        if isFolder || ListingPattern.matches(first, "0000/00/00 00:00:00 ") {
            throw refusal("a listing of 's5cmd ls' (s5cmd --json ls is read)")
        }
    }

    func refusal(_ form: String) -> ArtifactError {
        ArtifactError(
            .malformedInput,
            "\(name): the listing is \(form); \(KeyListing.instead) "
                + "(if these are plain keys, say --listing-format keys)")
    }

    func contains(_ line: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
        line.indices.contains { ListingPattern.matches(line[$0...], text) }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\n")
    }
}
