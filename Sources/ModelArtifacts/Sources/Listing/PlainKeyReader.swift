/// Reads keys, or whole `s3://bucket/key` URIs, one a line. Empty lines do not count.
///
/// A key may be any bytes but LF. For CR and the byte order mark see ``LineReader``. An empty file lists nothing.
enum PlainKeyReader {
    /// Calls `body` with each key.
    ///
    /// - Parameter beforeLine: called before each line; it may take in some of the lines itself, unless keys are decoded.
    @inline(__always)
    static func forEach(
        _ lines: consuming LineReader, decodesKeys: Bool, _ body: KeyListing.Body,
        beforeLine: (inout LineReader) -> Void = { _ in }
    ) throws(ArtifactError) {
        var bucket = RepeatedName()
        var decoded: [UInt8] = []
        while true {
            beforeLine(&lines)
            guard try lines.next() else { return }
            let range = lines.range
            if range.isEmpty { continue }
            let line = lines.input.bytes.span.extracting(range)
            var object = ListedObject()
            var start = 0
            if line[0] == UInt8(ascii: "s"), let parts = ListingText.splitURI(line) {
                object.bucket = bucket.name(line.extracting(parts.bucket))
                start = parts.key.lowerBound
                guard start < line.count else { throw lines.error("the URI of a bucket, without a key") }
            }
            guard decodesKeys else {
                try body(line.extracting(start..<line.count), Span(), object)
                continue
            }
            decoded.removeAll(keepingCapacity: true)
            decoded.append(contentsOf: lines.input.bytes[range.lowerBound + start..<range.upperBound])
            guard PercentEncoding.decode(&decoded) else {
                throw lines.error("not a URL-encoded key; leave --keys-url-encoded out")
            }
            try body(decoded.span, Span(), object)
        }
    }
}
