/// A list of packages for pip, `requirements.txt`, as far as one sees without asking an index that pip stops at it.
///
/// Source: the documentation of pip, "Requirements File Format"; what is found, pip 23.2 was seen to stop at.
struct RequirementsFile {
    /// A line at which pip stops.
    struct Fault: Hashable {
        /// The number of the line, from 1.
        let line: Int
        /// What the line is, as words.
        let what: String
        /// What pip says; nil where that depends on its version.
        let words: String?
        let help: String
    }

    /// Where other machines build and keep packages, and no container has anything.
    private static let foreign = ["/home/", "/Users/", "/croot/", "/tmp/", "/private/", "/opt/conda/conda-bld/"]
    /// More lines than any list has.
    private static let mostLines = 10_000

    private let lines: [ByteString]
    /// Where the file is, below the model directory.
    private let directory: ByteString

    /// Reads a file. Text of UTF-16, which pip reads where it begins with a mark, is not looked into.
    ///
    /// - Parameter directory: where it is, below the model directory.
    init(_ bytes: [UInt8], in directory: ByteString) {
        self.directory = directory
        let isText = !bytes.contains(0) && !bytes.starts(with: [0xFF]) && !bytes.starts(with: [0xFE])
        lines = isText ? bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Self.trimmed) : []
    }

    /// The first line at which pip stops; nil if there is none, as far as one sees.
    ///
    /// - Parameter isThere: whether a path below the model directory is there; nil if nobody knows.
    func fault(isThere: (ByteString) -> Bool?) -> Fault? {
        for (index, line) in lines.prefix(Self.mostLines).enumerated() {
            guard index == 0 || !lines[index - 1].hasSuffix("\\") else { continue }
            if let fault = fault(of: line, index + 1, isThere) { return fault }
        }
        return nil
    }

    private func fault(of line: ByteString, _ number: Int, _ isThere: (ByteString) -> Bool?) -> Fault? {
        if line.hasPrefix("<<<<<<< ") || line == "=======" || line.hasPrefix(">>>>>>> ") {
            return Fault(
                line: number, what: "a mark of a merge that nobody resolved", words: "Invalid requirement",
                help: "resolve the conflict, and delete the marks")
        }
        if Self.isOfConda(line) {
            return Fault(
                line: number, what: "a package as conda writes it, with one =", words: "Invalid requirement",
                help: "write the list with `pip list --format=freeze`, or each line as NAME==VERSION")
        }
        if let option = Self.commandOption(of: line) {
            return Fault(
                line: number, what: "'\(option)', an option of the command and of no list", words: "no such option",
                help: "leave the option out: the container calls pip itself")
        }
        if Self.isNoRequirement(line) {
            return Fault(
                line: number, what: "what is no requirement", words: "Invalid requirement",
                help: "write each package on a line of its own, as NAME==VERSION: `pip list --format=freeze` does so")
        }
        if let (word, path) = Self.listPath(line, in: directory), isThere(path) == false {
            return Fault(
                line: number, what: "'\(word)', a list that is not there",
                words: "Could not open requirements file: [Errno 2] No such file or directory",
                help: "put it to \(path), or leave the line out")
        }
        // What a marker behind it says of the platform nobody weighs here.
        guard let path = Self.localPath(line), !line.contains(";") else { return nil }
        let isMissing =
            path.belowModel.map { isThere($0) == false }
            ?? (Self.foreign.contains { path.hasPrefix(ByteString($0)) } || Self.isOnWindows(path))
        guard isMissing else { return nil }
        return Fault(
            line: number, what: "a package at '\(path)', a place that the container does not have",
            words: path.hasPrefix("/") && line.contains("file://") && !path.hasSuffix(".whl")
                ? "No such file or directory: '\(path)'" : nil,
            help:
                "write the list with `pip list --format=freeze`, which names versions in place of places, or put the package into "
                + "code/ and name it by its path in the container")
    }

    /// The path that a line names by itself or behind `NAME @ file://`; nil if it names none, or a relative one.
    private static func localPath(_ line: ByteString) -> ByteString? {
        guard !line.hasPrefix("-"), !line.hasPrefix("#") else { return nil }
        var bytes = line.bytes[...]
        if let comment = bytes.firstRange(of: Array(" #".utf8)) { bytes = bytes[..<comment.lowerBound] }
        if let scheme = bytes.firstRange(of: Array("file://".utf8)) {
            let before = trimmed(bytes[..<scheme.lowerBound])
            guard before.isEmpty || before.hasSuffix("@") else { return nil }
            bytes = bytes[scheme.upperBound...]
        }
        if let fragment = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes = bytes[..<fragment] }
        let path = trimmed(bytes)
        return path.hasPrefix("/") || isOnWindows(path) ? path : nil
    }

    /// Whether a path begins with the letter of a drive, as `C:\Users` or, in an address, `/C:/Users`.
    private static func isOnWindows(_ path: ByteString) -> Bool {
        let bytes = Array(path.bytes.drop { $0 == UInt8(ascii: "/") }.prefix(3))
        return bytes.count == 3 && isLetter(bytes[0]) && bytes[1] == UInt8(ascii: ":") && "/\\".utf8.contains(bytes[2])
    }

    /// Whether a line is of what `conda list --export` writes, as `numpy=1.26.4=py310_0`.
    private static func isOfConda(_ line: ByteString) -> Bool {
        let parts = line.bytes.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return parts.allSatisfy { part in
            part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "._-".utf8.contains($0) }
        } && !(parts[0].first == UInt8(ascii: "-"))
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> ByteString {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
        var rest = Array(bytes.drop(while: isBlank))
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return ByteString(rest)
    }
}
