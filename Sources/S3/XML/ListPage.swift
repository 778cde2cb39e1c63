package import ModelArtifacts

/// One answer to `ListObjectsV2`, which says whether more follows.
///
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
package struct ListPage: Sendable {
    /// What is listed of one object.
    package struct Object: Sendable {
        /// Where in ``ListPage/text`` its key stands.
        let key: Range<Int>
        /// Where the ETag stands, with its quotes; empty if it was not told.
        let etag: Range<Int>
        /// Where the storage class stands; empty if it was not told.
        let storageClass: Range<Int>
        /// In bytes.
        let size: Int64
    }

    /// The most bytes of a token, which goes into a URL: those of S3 have some hundred, and those of other stores hold a key.
    private static let longestToken = 8192

    /// The texts of all objects, one behind the other: an allocation a page, not four an object.
    package private(set) var text: [UInt8] = []
    package private(set) var objects: [Object] = []
    /// What stands for the keys that have the delimiter behind the prefix, decoded.
    package private(set) var commonPrefixes: [ByteString] = []
    /// With what to ask for what follows; nil if nothing does.
    package private(set) var nextToken: ByteString?

    /// Reads an answer.
    ///
    /// - Parameter prefix: what was asked for.
    /// - Throws: ``XMLError`` for anything else than one whole answer about it.
    package init(_ body: [UInt8], prefix: ByteString) throws(XMLError) {
        var reader = XMLReader(body)
        // Keys come encoded, in about as many bytes.
        text.reserveCapacity(body.count / 3)
        try reader.enter("ListBucketResult")
        var (isTruncated, isEncoded): (Bool?, Bool) = (nil, false)
        var echo: [UInt8]?
        while try reader.nextChild() {
            if reader.isNamed("Contents") {
                try readObject(&reader)
            } else if reader.isNamed("IsTruncated") {
                try reader.readText()
                guard isTruncated == nil, reader.text == Array("true".utf8) || reader.text == Array("false".utf8) else {
                    throw Self.error("<IsTruncated> is neither true nor false")
                }
                isTruncated = reader.text == Array("true".utf8)
            } else if reader.isNamed("NextContinuationToken") {
                try reader.readText()
                guard nextToken == nil, !reader.text.isEmpty, reader.text.count <= Self.longestToken else {
                    throw Self.error("<NextContinuationToken> is no token")
                }
                nextToken = ByteString(reader.text)
            } else if reader.isNamed("Prefix") {
                try reader.readText()
                echo = reader.text
            } else if reader.isNamed("EncodingType") {
                try reader.readText()
                isEncoded = reader.text == Array("url".utf8)
            } else if reader.isNamed("CommonPrefixes") {
                while try reader.nextChild() {
                    guard reader.isNamed("Prefix") else {
                        try reader.skip()
                        continue
                    }
                    try reader.readText()
                    commonPrefixes.append(ByteString(reader.text))
                }
            } else {
                try reader.skip()
            }
        }
        try reader.finish()
        guard let isTruncated else { throw Self.error("it does not say whether more follows") }
        guard isTruncated == (nextToken != nil) else {
            throw Self.error(
                isTruncated
                    ? "it says that more follows, and not how to ask for it"
                    : "it says that nothing follows, and how to ask for it")
        }
        if isEncoded { try decode(&echo) }
        if let echo, echo != prefix.bytes {
            throw Self.error("it is about '\(ByteString(echo))', not about '\(prefix)'")
        }
    }

    /// The token for what follows, if it stands near the beginning, where S3 writes it; a guess, before all of an answer is read.
    static func tokenAtBeginning(of body: [UInt8]) -> ByteString? {
        let opening = Array("<NextContinuationToken>".utf8)
        let beginning = body.prefix(4096)
        guard let tag = beginning.indices.first(where: { beginning[$0...].starts(with: opening) }) else { return nil }
        let rest = beginning[(tag + opening.count)...]
        guard let end = rest.firstIndex(of: UInt8(ascii: "<")), end > rest.startIndex else { return nil }
        return rest[..<end].contains(UInt8(ascii: "&")) ? nil : ByteString(Array(rest[..<end]))
    }

    /// About as much memory as it takes, in bytes.
    var footprint: Int { text.count + objects.count * MemoryLayout<Object>.stride }

    private mutating func readObject(_ reader: inout XMLReader) throws(XMLError) {
        var key: Range<Int>?
        var etag = 0..<0
        var storageClass = 0..<0
        var size: Int64?
        while try reader.nextChild() {
            if reader.isNamed("Key") {
                guard key == nil else { throw Self.error("an object with two keys") }
                key = try readText(&reader)
            } else if reader.isNamed("Size") {
                try reader.readText()
                guard size == nil, let number = Self.number(reader.text) else {
                    throw Self.error("a <Size> that is no number of bytes")
                }
                size = number
            } else if reader.isNamed("ETag") {
                etag = try readText(&reader)
            } else if reader.isNamed("StorageClass") {
                storageClass = try readText(&reader)
            } else {
                try reader.skip()
            }
        }
        guard let key, !key.isEmpty else { throw Self.error("an object without a key") }
        guard let size else { throw Self.error("an object without a size") }
        objects.append(Object(key: key, etag: etag, storageClass: storageClass, size: size))
    }

    private mutating func readText(_ reader: inout XMLReader) throws(XMLError) -> Range<Int> {
        try reader.readText()
        let start = text.count
        text.append(contentsOf: reader.text)
        return start..<text.count
    }

    private static func number(_ digits: [UInt8]) -> Int64? {
        guard !digits.isEmpty, digits.count <= 18 else { return nil }
        var value: Int64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - UInt8(ascii: "0"))
        }
        return value
    }

    /// Undoes `encoding-type=url`, which what the bucket does not know is answered without.
    private mutating func decode(_ echo: inout [UInt8]?) throws(XMLError) {
        for index in objects.indices {
            let object = objects[index]
            guard text[object.key].contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
                continue
            }
            var key = Array(text[object.key])
            guard PercentEncoding.decode(&key) else { throw Self.error("a key that is not encoded as it says") }
            let start = text.count
            text.append(contentsOf: key)
            objects[index] = Object(
                key: start..<text.count, etag: object.etag, storageClass: object.storageClass, size: object.size)
        }
        for index in commonPrefixes.indices {
            guard PercentEncoding.decode(&commonPrefixes[index].bytes) else {
                throw Self.error("a prefix that is not encoded as it says")
            }
        }
        guard var decoded = echo else { return }
        guard PercentEncoding.decode(&decoded) else { throw Self.error("a prefix that is not encoded as it says") }
        echo = decoded
    }

    /// Leaves out the objects behind a key; if there are any, nothing that is wanted follows the page.
    mutating func end(with key: ByteString) {
        let count = (objects.lastIndex { self.key($0) <= key } ?? -1) + 1
        guard count < objects.count else { return }
        objects.removeSubrange(count...)
        nextToken = nil
    }

    /// The key of an object.
    package func key(_ object: Object) -> ByteString { ByteString(Array(text[object.key])) }

    private static func error(_ message: String) -> XMLError {
        XMLError(message: message, offset: 0, isTruncated: false)
    }
}
