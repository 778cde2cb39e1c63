/// What a line of a list of packages has to be: a name with extras and versions, or an option that pip takes in a list.
///
/// Source: PEP 508; `SUPPORTED_OPTIONS` in `src/pip/_internal/req/req_file.py` of pypa/pip. All that is found, pip 23.2 was seen to
/// stop at; of what pip took then, or of what this does not understand, nothing is said.
extension RequirementsFile {
    /// Options of `pip install` that people leave in a list.
    private static let options: Set<ByteString> = [
        "-U", "--upgrade", "--user", "-q", "--quiet", "--no-cache-dir", "--no-deps", "-v", "--verbose", "-t",
        "--target", "-I",
        "--ignore-installed", "--force-reinstall", "--upgrade-strategy", "--no-build-isolation", "--use-pep517",
        "--no-use-pep517", "--break-system-packages", "--root-user-action", "--no-warn-script-location",
        "--disable-pip-version-check", "--progress-bar", "--timeout", "--retries",
    ]
    /// Options that name another list, beside this one unless its path is a whole one.
    private static let lists = ["--requirement", "--constraint", "-r", "-c"].map { Array($0.utf8) }
    private static let operators = ["===", "==", "~=", "!=", "<=", ">=", "<", ">"].map { Array($0.utf8) }

    /// The option with which a line begins, if it is none of a list: one of the command, or the line below a head, as `pip list` prints
    /// it; nil if it is another, or a package.
    static func commandOption(of line: ByteString) -> ByteString? {
        let word = ByteString(Array(line.bytes.prefix { !isBlank($0) && $0 != UInt8(ascii: "=") }))
        let isRule = word.count > 2 && word.bytes.allSatisfy { $0 == UInt8(ascii: "-") }
        return options.contains(word) || isRule ? word : nil
    }

    /// The list that a line names, as it is written, and its path below the model directory; nil if it names none, or nobody knows where
    /// that is.
    ///
    /// - Parameter directory: where this list is, below the model directory.
    static func listPath(_ line: ByteString, in directory: ByteString) -> (word: ByteString, path: ByteString)? {
        guard let option = lists.first(where: { line.bytes.starts(with: $0) }) else { return nil }
        var rest = line.bytes.dropFirst(option.count)
        let isLong = option.count > 2
        guard let next = rest.first, !isLong || isBlank(next) || next == UInt8(ascii: "=") else { return nil }
        if isLong, next == UInt8(ascii: "=") { rest = rest.dropFirst() }
        let word = ByteString(Array(withoutBlanks(rest).prefix { !isBlank($0) }))
        guard !word.isEmpty, !word.bytes.contains(where: { "\"'\\$:".utf8.contains($0) }) else { return nil }
        guard !word.hasPrefix("/") else { return word.belowModel.map { (word, $0) } }
        let parts = word.bytes.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
        guard !parts.contains(where: { $0.elementsEqual("..".utf8) }) else { return nil }
        return (word, parts.reduce(directory) { $0.appending(ByteString(Array($1))) })
    }

    /// Whether a line is no requirement for sure.
    static func isNoRequirement(_ line: ByteString) -> Bool {
        // Of places and addresses other rules speak, and what pip puts in place of a variable nobody knows.
        guard !line.bytes.contains(where: { "/\\$".utf8.contains($0) }) else { return false }
        var rest = withoutComment(line)
        guard let first = rest.first else { return false }
        if "\"'*[".utf8.contains(first) { return true }
        guard isLetterOrDigit(first) else { return false }
        rest = withoutBlanks(rest.drop { isLetterOrDigit($0) || "._-".utf8.contains($0) })
        if rest.first == UInt8(ascii: "[") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return true }
            rest = withoutBlanks(rest[(end + 1)...])
        }
        guard let next = rest.first else { return false }
        return isLetterOrDigit(next) || ",:]".utf8.contains(next) || hasNoVersions(rest)
    }

    /// Whether what stands behind a name begins as versions do and goes on otherwise.
    private static func hasNoVersions(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while let sign = operators.first(where: { rest.starts(with: $0) }) {
            // Behind this one stands any text.
            guard sign.count < 3 else { return false }
            rest = withoutBlanks(rest.dropFirst(sign.count))
            let version = rest.prefix { isLetterOrDigit($0) || ".*+!_-".utf8.contains($0) }
            rest = withoutBlanks(rest[version.endIndex...])
            guard !version.isEmpty, let next = rest.first else { return false }
            if isLetterOrDigit(next) { return true }
            guard next == UInt8(ascii: ",") else { return false }
            rest = withoutBlanks(rest.dropFirst())
        }
        return rest.first == UInt8(ascii: "=")
    }

    /// A line up to its comment, which begins at its start or behind a blank.
    private static func withoutComment(_ line: ByteString) -> ArraySlice<UInt8> {
        let bytes = line.bytes
        let mark = bytes.indices.first { index in
            bytes[index] == UInt8(ascii: "#") && (index == 0 || isBlank(bytes[index - 1]))
        }
        return bytes[..<(mark ?? bytes.endIndex)]
    }

    private static func withoutBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { bytes.drop(while: isBlank) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
}
