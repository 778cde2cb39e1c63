import ModelArtifacts

/// Where in a file the lines of a literal block of YAML are, whose text has them without what they are indented by.
struct LiteralLines: Sendable {
    /// No longer text is looked at, in bytes: those that hold documents are no longer, and others need no places.
    ///
    /// Sources: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html ("Maximum request size", 1 MB),
    /// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePipeline.html (1,048,576 characters)
    static let longestText = 1 << 20

    /// The number of the line that the text begins in, from 1.
    private let first: Int
    /// How many bytes stand before the text in each line that has any.
    private let indentation: Int
    /// How many bytes stand before the text of each line, in the whole file.
    private let offsets: [Int32]

    /// - Parameters:
    ///   - text: of the block.
    ///   - start: where the block, its tag or anchor begins in `file`.
    ///   - base: how many bytes stand before `file`: a byte order mark.
    /// - Returns: nil for a text that is longer than ``longestText``, or whose lines are not those of the file.
    init?(of text: ByteString, at start: TextPosition, in file: [UInt8], base: Int) {
        guard text.count <= Self.longestText,
            let bar = file[(Int(start.offset) - base)...].firstIndex(of: UInt8(ascii: "|")),
            let header = file[bar...].firstIndex(of: Self.lineEnd)
        else { return nil }
        var rest = file[(header + 1)...]
        var offsets: [Int32] = []
        var indentation: Int?
        for line in text.bytes.split(separator: Self.lineEnd, omittingEmptySubsequences: false) {
            let end = rest.firstIndex(of: Self.lineEnd) ?? rest.endIndex
            let spaces = rest[..<end].prefix { $0 == UInt8(ascii: " ") }.count
            // A text cannot tell how an empty line is indented.
            if !line.isEmpty {
                let own = spaces - line.prefix { $0 == UInt8(ascii: " ") }.count
                guard own == indentation ?? own, own >= 0 else { return nil }
                indentation = own
            }
            let content = rest.startIndex + min(spaces, indentation ?? spaces)
            guard rest[content..<end].starts(with: line) else { return nil }
            offsets.append(Int32(clamping: base + content))
            rest = file[min(end + 1, file.endIndex)...]
        }
        first = start.line + file[(Int(start.offset) - base)...header].count { $0 == Self.lineEnd }
        self.indentation = indentation ?? 0
        self.offsets = offsets
    }

    private static let lineEnd = UInt8(ascii: "\n")

    /// Where in the file a byte of a line of the text stands.
    ///
    /// - Parameters:
    ///   - line: from 0, of those that the text has.
    ///   - byte: how many bytes stand before it in the line.
    func place(line: Int, byte: Int) -> TextPosition {
        TextPosition(
            line: first + line, column: indentation + byte + 1, offset: Int64(offsets[line]) + Int64(byte))
    }

    /// How many lines the text has.
    var count: Int { offsets.count }
}
