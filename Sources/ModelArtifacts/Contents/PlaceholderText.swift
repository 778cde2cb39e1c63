/// What stands in the place of a file that did not arrive: pointers of version control, error pages, other texts.
enum PlaceholderText {
    /// The longest pointer of Git LFS, in bytes, and a shorter one than any can be.
    ///
    /// Source: Git LFS specification, "Pointer files must be less than 1024 bytes in size".
    static let longestPointer = 1024
    private static let shortestPointer = 60
    /// How much is looked at.
    private static let seen = 512

    /// What is wrong with a file that begins with `bytes`; nil if it is not told by them.
    static func fault(in bytes: [UInt8], size: Int64, _ format: ContentFormat?) -> ContentFault? {
        guard let text = text(of: bytes.prefix(longestPointer)) else { return nil }
        if let pointer = gitLFSPointer(text, size: size) { return pointer }
        guard let format, format.isWeights || format == .binary else { return nil }
        return place(of: text, format).map {
            ContentFault(.notWeights, "is \($0.what), not the file itself", help: $0.help)
        }
    }

    /// A pointer as Git LFS writes it, and as editors and shells on Windows write it again.
    private static func gitLFSPointer(_ text: Substring.UTF8View, size: Int64) -> ContentFault? {
        guard (Int64(shortestPointer)...Int64(longestPointer)).contains(size) else { return nil }
        let lines = text.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
        let versions = ["version https://git-lfs.github.com/spec/v1", "version https://hawser.github.com/spec/v1"]
        guard let first = lines.first, versions.contains(where: { $0.utf8.elementsEqual(first) }),
            lines.contains(where: { $0.starts(with: "oid sha256:".utf8) })
        else { return nil }
        let meant = lines.last { $0.starts(with: "size ".utf8) }.flatMap { Int64(String($0.dropFirst(5)) ?? "") }
        let whose = meant.map { " for a file of \(Plural.count(Int($0), "byte"))" } ?? ""
        return ContentFault(.gitLFSPointer, "is a Git LFS pointer\(whose), not the file itself")
    }

    private static func place(of text: Substring.UTF8View, _ format: ContentFormat) -> (what: String, help: String?)? {
        let start = Substring(text.prefix(seen)).drop {
            $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" || $0 == "\r"
        }
        let lowered = start.prefix(64).lowercased()
        if lowered.hasPrefix("<!doctype html") || lowered.hasPrefix("<html") { return ("an HTML page", nil) }
        if lowered.hasPrefix("<?xml") || lowered.hasPrefix("<error>") {
            guard let code = between("<Code>", "</Code>", start) else { return ("an XML document", nil) }
            return ("an error of S3, '\(DisplayText.escaped(code.utf8))'", nil)
        }
        if lowered.hasPrefix("{\"error\"") { return ("the JSON of an error", nil) }
        for said in errors where start.hasPrefix(said) { return ("the error text '\(said)'", nil) }
        if format == .binary { return nil }
        if start.hasPrefix("outs:\n- ") || start.hasPrefix("outs:\r\n- ") {
            return ("a pointer file of DVC", "fetch the files with `dvc pull`")
        }
        if start.contains("/annex/objects/") {
            return ("a pointer of git-annex", "fetch the files with `git annex get`")
        }
        if start.hasPrefix("# xet version 0") {
            return ("a pointer of Git-Xet", "download the files with `hf download`")
        }
        if start.hasPrefix("#!") || start.hasPrefix("import ") { return ("a script", nil) }
        return nil
    }

    /// What the Hugging Face Hub and its proxies answer when there is no file.
    private static let errors = [
        "Entry not found", "Repository not found", "Invalid username or password.", "Access to model ",
        "Invalid credentials in Authorization header", "Not Found", "404: Not Found",
    ]

    private static func between(_ start: String, _ end: String, _ text: Substring) -> Substring? {
        guard let from = text.firstRange(of: start)?.upperBound,
            let to = text[from...].firstRange(of: end)?.lowerBound
        else { return nil }
        return text[from..<to]
    }

    /// The text that the bytes are, without a byte order mark, as far as it can be told; nil if they are none.
    private static func text(of bytes: ArraySlice<UInt8>) -> Substring.UTF8View? {
        if bytes.starts(with: [0xFF, 0xFE]) { return text(ofUTF16: bytes.dropFirst(2), highByte: 1) }
        if bytes.starts(with: [0xFE, 0xFF]) { return text(ofUTF16: bytes.dropFirst(2), highByte: 0) }
        let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        guard !rest.prefix(64).contains(where: { $0 < 0x09 }) else { return nil }
        return Substring(String(decoding: rest, as: UTF8.self)).utf8
    }

    /// The characters of ASCII among those of UTF-16; the others do not occur in what is looked for.
    private static func text(ofUTF16 bytes: ArraySlice<UInt8>, highByte: Int) -> Substring.UTF8View? {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
            (low: bytes[$0 + 1 - highByte], high: bytes[$0 + highByte])
        }
        guard !units.isEmpty, units.prefix(32).allSatisfy({ $0.high == 0 }) else { return nil }
        return Substring(String(decoding: units.map { $0.high == 0 ? $0.low : UInt8(ascii: "?") }, as: UTF8.self)).utf8
    }
}
