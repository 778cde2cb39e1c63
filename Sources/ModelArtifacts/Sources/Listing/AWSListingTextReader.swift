/// Reads the text that `aws s3 ls --recursive` prints: date, time, size and key, then a summary if `--summarize` is given.
///
///     2026-11-22 08:37:43       1175 models/config.json
///
/// The size fills ten columns and one space follows it, so keys that begin with a space can be told; with
/// `--human-readable` it is rounded (`1.1 KiB`) and so unknown. A line that does not look like this, for instance because a
/// key holds a line break, is refused.
///
/// Source: `_make_size_str` and `_print_summary` in awscli/customizations/s3/subcommands.py of the AWS CLI.
struct AWSListingTextReader: ~Copyable {
    private var lines: LineReader
    private var count: Int64 = 0
    private var size: Int64? = 0

    private static let timeWidth = 20
    private static let sizeWidth = 10

    static func forEach(_ input: consuming InputBuffer, _ body: KeyListing.Body) throws(ArtifactError) {
        var reader = AWSListingTextReader(lines: LineReader(input))
        while try reader.lines.next() {
            if reader.lines.range.isEmpty { return try reader.readSummary() }
            try reader.readRow(body)
        }
    }

    private init(lines: consuming LineReader) {
        self.lines = lines
    }

    private mutating func readRow(_ body: KeyListing.Body) throws(ArtifactError) {
        let line = lines.input.bytes[lines.range]
        if ListingPattern.matches(line.drop { $0 == UInt8(ascii: " ") }, "PRE ") {
            throw lines.error(
                "a folder ('PRE'), so the listing leaves out what is in it; run again with --recursive, or "
                    + KeyListing.instead)
        }
        guard ListingPattern.matches(line, "0000-00-00 00:00:00 "),
            let (end, objectSize) = Self.size(line.dropFirst(Self.timeWidth)),
            end < line.endIndex, line[end] == UInt8(ascii: " "), end + 1 < line.endIndex
        else {
            throw lines.error(
                "not a line of 'aws s3 ls --recursive', which keys with line breaks spoil; " + KeyListing.instead)
        }
        count += 1
        if let known = size, let objectSize {
            let (sum, overflows) = known.addingReportingOverflow(objectSize)
            size = overflows ? nil : sum
        } else {
            size = nil
        }
        let key = lines.input.bytes.span.extracting(end + 1..<line.endIndex)
        try body(key, Span(), ListedObject(size: objectSize))
    }

    /// The end of the size field, and the size if it is exact; nil if it is not a size that fills its columns.
    private static func size(_ field: ArraySlice<UInt8>) -> (end: Int, size: Int64?)? {
        let number = field.drop { $0 == UInt8(ascii: " ") }
        let digits = number.prefix { $0 &- UInt8(ascii: "0") < 10 }
        guard let value = ListingText.integer(digits) else { return nil }
        if fills(field.startIndex..<digits.endIndex, from: number.startIndex) { return (digits.endIndex, value) }
        var rest = number.dropFirst(digits.count)
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { $0 &- UInt8(ascii: "0") < 10 } }
        for unit: StaticString in [" Bytes", " Byte", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"]
        where ListingPattern.matches(rest, unit) {
            let end = rest.startIndex + unit.utf8CodeUnitCount
            guard fills(field.startIndex..<end, from: number.startIndex) else { continue }
            return (end, unit.utf8CodeUnitCount > 4 ? value : nil)
        }
        return nil
    }

    private static func fills(_ field: Range<Int>, from start: Int) -> Bool {
        field.count == sizeWidth || (field.count > sizeWidth && start == field.lowerBound)
    }

    /// Reads what follows an empty line: nothing, or the two lines of the summary.
    private mutating func readSummary() throws(ArtifactError) {
        try readTotal("Total Objects: ", expected: count)
        try readTotal("Total Size: ", expected: size)
        while try lines.next() {
            guard lines.range.isEmpty else {
                throw lines.error("text behind the end of 'aws s3 ls'; " + KeyListing.instead)
            }
        }
    }

    private mutating func readTotal(_ label: StaticString, expected: Int64?) throws(ArtifactError) {
        guard try lines.next(), !lines.range.isEmpty else { return }
        let text = lines.input.bytes[lines.range].drop { $0 == UInt8(ascii: " ") }
        guard ListingPattern.matches(text, label) else {
            throw lines.error(
                "not a line of 'aws s3 ls --recursive', which keys with line breaks spoil; " + KeyListing.instead)
        }
        guard let total = ListingText.integer(text.dropFirst(label.utf8CodeUnitCount)), let expected else { return }
        guard total == expected else {
            throw lines.error(
                "the lines above add up to \(expected), not \(total): part of the listing is missing; "
                    + KeyListing.instead)
        }
    }
}
