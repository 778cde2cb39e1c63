/// What stands in the place of a file that did not arrive: pointers of version control, error pages, other texts.
enum PlaceholderText {
    /// The longest pointer of Git LFS, in bytes.
    ///
    /// Source: Git LFS specification, "Pointer files must be less than 1024 bytes in size".
    static let longestPointer = 1024
    /// The sizes of pointers in bytes, as they are written and written again; none can be shorter.
    static let pointerSizes: ClosedRange<Int64> = 60...Int64(longestPointer)
    /// The longest answer of a server that is taken for an error, in bytes.
    private static let longestError: Int64 = 4096
    /// How much is looked at.
    private static let seen = 512

    /// What is wrong with a file that begins with `bytes`; nil if it is not told by them.
    ///
    /// - Parameter mayBeCode: whether a file of that name may be a text of Python, which a `*.pth` of packages is.
    static func fault(
        in bytes: [UInt8], size: Int64, _ format: ContentFormat?, mayBeCode: Bool = false
    ) -> ContentFault? {
        let isWritten = format?.isWritten ?? false
        guard isWritten || pointerSizes.contains(size), let text = text(of: bytes.prefix(longestPointer)) else {
            return nil
        }
        if let pointer = gitLFSPointer(text, size: size) { return pointer }
        guard let format, isWritten else { return nil }
        return place(of: text, size: size, format, mayBeCode).map {
            ContentFault(.notWeights, "is \($0.what), not the file itself", help: $0.help)
        }
    }

    /// A pointer as Git LFS writes it, and as editors and shells on Windows write it again.
    private static func gitLFSPointer(_ text: ArraySlice<UInt8>, size: Int64) -> ContentFault? {
        let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        guard pointerSizes.contains(size), text.drop(while: isEnd).starts(with: "version ".utf8) else { return nil }
        let lines = text.split(whereSeparator: isEnd)
        let versions = ["version https://git-lfs.github.com/spec/v1", "version https://hawser.github.com/spec/v1"]
        guard let first = lines.first, versions.contains(where: { first.elementsEqual($0.utf8) }),
            lines.contains(where: { $0.starts(with: "oid sha256:".utf8) })
        else { return nil }
        let meant = lines.last { $0.starts(with: "size ".utf8) }.flatMap {
            Int64(String(decoding: $0.dropFirst(5), as: UTF8.self))
        }
        let whose = meant.map { " for a file of \(ByteSize(bytes: $0).exact)" } ?? ""
        return ContentFault(.gitLFSPointer, "is a Git LFS pointer\(whose), not the file itself")
    }

    private static func place(
        of text: ArraySlice<UInt8>, size: Int64, _ format: ContentFormat, _ mayBeCode: Bool
    ) -> (what: String, help: String?)? {
        let text = text.prefix(seen).drop { $0 == UInt8(ascii: " ") || (9...10).contains($0) || $0 == 13 }
        let start = text.span
        if text.first == UInt8(ascii: "<"), let document = document(text) { return (document, nil) }
        if isError(text, size: size, format) { return ("the JSON of an error", nil) }
        // The words of a vocabulary may begin like one.
        let isList = format == .vocabulary && (size > seen || text.dropLast().contains(0x0A))
        for said in errors where size <= longestError && !isList && start.starts(with: said) {
            return ("the error text '\(said)'", nil)
        }
        if format == .binary || format == .vocabulary { return nil }
        if start.starts(with: "outs:\n- ") || start.starts(with: "outs:\r\n- ") {
            return ("a pointer file of DVC", "fetch the files with `dvc pull`")
        }
        if start.contains("/annex/objects/") {
            return ("a pointer of git-annex", "fetch the files with `git annex get`")
        }
        if start.starts(with: "# xet version 0") {
            return ("a pointer of Git-Xet", "download the files with `hf download`")
        }
        if start.starts(with: "#!") || (!mayBeCode && start.starts(with: "import ")) { return ("a script", nil) }
        return nil
    }

    /// What a text is that a server may have sent, by how it begins, whatever the case of its letters is.
    private static func document(_ text: ArraySlice<UInt8>) -> String? {
        let lowered = text.prefix(16).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        if lowered.span.starts(with: "<!doctype html") || lowered.span.starts(with: "<html") { return "an HTML page" }
        guard lowered.span.starts(with: "<?xml") || lowered.span.starts(with: "<error>") else { return nil }
        guard let code = between("<Code>", "</Code>", text) else { return "an XML document" }
        return "an error of S3, '\(DisplayText.escaped(code))'"
    }

    /// What the Hugging Face Hub and its proxies answer when there is no file.
    private static let errors = [
        "Entry not found", "Repository not found", "Invalid username or password.", "Access to model ",
        "Invalid credentials in Authorization header", "Not Found", "404: Not Found",
    ]

    /// The first member of what servers answer in JSON, in small letters.
    private static let errorMembers = ["error", "errors", "message", "detail", "errormessage", "code", "status"]

    /// Whether a text is the JSON of an error: a short object whose first member says so.
    private static func isError(_ text: ArraySlice<UInt8>, size: Int64, _ format: ContentFormat) -> Bool {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
        guard text.first == UInt8(ascii: "{") else { return false }
        let rest = text.dropFirst().drop(while: isBlank)
        guard rest.first == UInt8(ascii: "\"") else { return false }
        let name = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        let behind = rest.dropFirst(name.count + 2).drop(while: isBlank)
        guard behind.first == UInt8(ascii: ":") else { return false }
        let lowered = name.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        // A file of any binary contents may have a name that these have, too.
        let members = format == .binary ? errorMembers.prefix(1) : errorMembers[...]
        return size <= longestError && members.contains { lowered.elementsEqual($0.utf8) }
    }

    private static func between(_ start: String, _ end: String, _ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let from = text.span.firstIndex(of: start) else { return nil }
        let rest = text.dropFirst(from + start.utf8.count)
        return rest.span.firstIndex(of: end).map { rest.prefix($0) }
    }

    /// The text that the bytes are, without a byte order mark, as far as it can be told; nil if they are none.
    private static func text(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFF, 0xFE): return text(ofUTF16: bytes.dropFirst(2), highByte: 1)
        case (0xFE, 0xFF): return text(ofUTF16: bytes.dropFirst(2), highByte: 0)
        default: break
        }
        let hasMark = bytes.first == 0xEF && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let rest = hasMark ? bytes.dropFirst(3) : bytes
        return rest.prefix(64).contains { $0 < 0x09 } ? nil : rest
    }

    /// The characters of ASCII among those of UTF-16; the others do not occur in what is looked for.
    private static func text(ofUTF16 bytes: ArraySlice<UInt8>, highByte: Int) -> ArraySlice<UInt8>? {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
            (low: bytes[$0 + 1 - highByte], high: bytes[$0 + highByte])
        }
        guard !units.isEmpty, units.prefix(32).allSatisfy({ $0.high == 0 }) else { return nil }
        return units.map { $0.high == 0 ? $0.low : UInt8(ascii: "?") }[...]
    }
}
