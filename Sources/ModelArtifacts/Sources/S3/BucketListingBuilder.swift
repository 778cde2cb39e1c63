import SystemPackage

/// Makes a listing of objects that a service lists one after another, in the order of their keys.
///
/// They are kept in a temporary file without a name, so memory is bounded whatever their number.
///
///     var builder = try BucketListingBuilder(uri, extent: extent)
///     for each page: try builder.append(key: …) for each object; if builder.hasAllThatIsWanted, stop
///     let listing = try builder.finish(isWhole: nothingFollows)
package struct BucketListingBuilder: ~Copyable {
    /// How many bytes are collected before they are written.
    private static let chunkSize = 1 << 20

    private let uri: S3URI
    private let extent: BucketListing.Extent
    private let below: [UInt8]
    private var spool: BucketSpool
    private var rows: [UInt8] = Array("[".utf8)
    private var last: [UInt8] = []
    private var holdsKey = false
    private var holdsKeysBelow = false

    /// Begins without objects.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    package init(_ uri: S3URI, extent: BucketListing.Extent) throws(ArtifactError) {
        self.uri = uri
        self.extent = extent
        below = uri.directoryPrefix.bytes
        spool = try BucketSpool(uri)
    }

    /// The number of objects so far.
    package var count: Int { spool.count }

    /// Whether nothing is wanted of what follows: the one object comes first in the order of keys.
    package var hasAllThatIsWanted: Bool {
        switch extent {
        case .prefix: false
        case .object: spool.count > 0
        case .whatIsThere: holdsKey
        }
    }

    /// Takes in the object that follows.
    ///
    /// - Parameters:
    ///   - key: whole, as it is and not encoded.
    ///   - size: in bytes.
    ///   - etag: with or without quotes; empty if it was not told.
    ///   - storageClass: in the words of the API; empty if it was not told.
    ///   - isRestored: whether an archived object can be read at the moment.
    /// - Throws: ``ArtifactError`` with code `malformedInput` for a key that does not follow the one before, or does not begin with
    ///   what was asked for; `writeFailed`.
    package mutating func append(
        key: Span<UInt8>, size: Int64, etag: Span<UInt8>, storageClass: Span<UInt8>, isRestored: Bool = false
    ) throws(ArtifactError) {
        let key = unsafe key.withUnsafeBufferPointer { unsafe Array($0) }
        guard key.starts(with: uri.key.bytes), !key.isEmpty else {
            throw error("the answer names '\(ByteString(key))', which does not begin with what was asked for")
        }
        guard last.isEmpty || last.lexicographicallyPrecedes(key) else {
            throw error(
                "the answer names '\(ByteString(key))' behind '\(ByteString(last))', which is not the order of S3")
        }
        guard size >= 0 else { throw error("the answer says that '\(ByteString(key))' has \(size) bytes") }
        if key == uri.key.bytes { holdsKey = true } else if key.starts(with: below) { holdsKeysBelow = true }
        if spool.count > 0 { rows.append(UInt8(ascii: ",")) }
        rows.append(contentsOf: "\n{\"Key\":".utf8)
        appendString(key.span)
        rows.append(contentsOf: ",\"Size\":\(size),\"ETag\":".utf8)
        appendString(etag)
        if !storageClass.isEmpty {
            rows.append(contentsOf: ",\"StorageClass\":".utf8)
            appendString(storageClass)
        }
        if isRestored { rows.append(contentsOf: ",\"RestoreStatus\":{\"RestoreExpiryDate\":\"\"}".utf8) }
        rows.append(UInt8(ascii: "}"))
        spool.countOne()
        last = key
        if rows.count >= Self.chunkSize { try flush() }
    }

    /// Ends the listing.
    ///
    /// - Parameter isWhole: whether S3 said that nothing follows.
    /// - Throws: ``ArtifactError`` with code `malformedInput` if something follows that is wanted, `writeFailed`.
    package consuming func finish(isWhole: Bool) throws(ArtifactError) -> BucketListing {
        guard isWhole || hasAllThatIsWanted else { throw error("the listing ends before all was listed; run again") }
        rows.append(contentsOf: "]\n".utf8)
        try flush()
        return try BucketListing(
            uri, spool, isWhole: isWhole, holdsKey: holdsKey, holdsKeysBelow: holdsKeysBelow)
    }

    /// Writes bytes as a string of JSON. What is not UTF-8 in them is refused when it is read.
    private mutating func appendString(_ bytes: Span<UInt8>) {
        rows.append(UInt8(ascii: "\""))
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                rows.append(UInt8(ascii: "\\"))
                rows.append(bytes[index])
            case 0..<0x20:
                let digits = String(bytes[index], radix: 16)
                rows.append(contentsOf: (digits.count == 1 ? "\\u000" : "\\u00").utf8)
                rows.append(contentsOf: digits.utf8)
            case let byte: rows.append(byte)
            }
        }
        rows.append(UInt8(ascii: "\""))
    }

    private mutating func flush() throws(ArtifactError) {
        try spool.append(rows)
        rows.removeAll(keepingCapacity: true)
    }

    private func error(_ message: String) -> ArtifactError { ArtifactError(.malformedInput, "\(uri): \(message)") }
}
