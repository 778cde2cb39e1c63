/// The small pieces that rows of listings are made of.
enum ListingText {
    /// Splits `s3://bucket/key` into the ranges of bucket and key; nil if the bytes are something else.
    static func splitURI(_ bytes: Span<UInt8>) -> (bucket: Range<Int>, key: Range<Int>)? {
        let scheme: StaticString = "s3://"
        guard bytes.count > scheme.utf8CodeUnitCount else { return nil }
        for index in 0..<scheme.utf8CodeUnitCount where unsafe bytes[index] != scheme.utf8Start[index] { return nil }
        for index in scheme.utf8CodeUnitCount..<bytes.count where bytes[index] == UInt8(ascii: "/") {
            guard index > scheme.utf8CodeUnitCount else { return nil }
            return (scheme.utf8CodeUnitCount..<index, index + 1..<bytes.count)
        }
        return nil
    }

    /// A number of ASCII digits and nothing else; nil if there are none, others, or too many for `Int64`.
    static func integer(_ digits: some Collection<UInt8>) -> Int64? {
        var digits = digits.makeIterator()
        return integer { digits.next() }
    }

    /// A number of ASCII digits and nothing else; nil if there are none, others, or too many for `Int64`.
    static func integer(_ digits: Span<UInt8>) -> Int64? {
        var index = 0
        return integer {
            guard index < digits.count else { return nil }
            index += 1
            return digits[index - 1]
        }
    }

    @inline(__always)
    private static func integer(_ next: () -> UInt8?) -> Int64? {
        var value: Int64?
        while let byte = next() {
            let digit = byte &- UInt8(ascii: "0")
            let (tenfold, overflows) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = tenfold.addingReportingOverflow(Int64(digit))
            guard digit < 10, !overflows, !overflowsToo else { return nil }
            value = sum
        }
        return value
    }

    /// Foreign text as messages show it: escaped, and at most the first 100 bytes.
    static func excerpt(_ text: ByteString) -> String {
        text.count <= 100 ? text.description : DisplayText.escaped(text.bytes.prefix(100)) + "..."
    }

    /// The range of an ETag without the double quotes around it.
    static func unquoted(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\""),
            bytes[range.upperBound - 1] == UInt8(ascii: "\"")
        else { return range }
        return range.lowerBound + 1..<range.upperBound - 1
    }
}
