import SystemPackage

/// What one answer of `aws s3api list-objects-v2` says, which has to be one whole JSON document of the right shape.
struct BucketPage {
    /// The number of objects in it.
    private(set) var count = 0
    /// With what to ask for what follows; nil if nothing does.
    private(set) var nextToken: ByteString?
    /// Whether it says that it is an answer about objects. Versions of `aws` before 2023 print nothing when there are none.
    private(set) var isExplicit = false
    /// Whether an object has the very key that was asked for.
    private(set) var holdsKey = false
    /// Whether an object lies below that key, as below a directory.
    private(set) var holdsKeysBelow = false

    /// Reads bytes of a file.
    ///
    /// - Parameter uri: what was asked for.
    /// - Throws: ``ArtifactError`` with code `malformedInput` for anything else than one whole answer; `readFailed`.
    init(of uri: S3URI, in file: FileDescriptor, at range: Range<Int64>) throws(ArtifactError) {
        var offset = range.lowerBound
        let input = unsafe InputBuffer(name: ByteString("the answer of aws for \(uri)")) {
            buffer throws(ArtifactError) in
            let count = min(buffer.count, Int(clamping: range.upperBound - offset))
            do {
                let read = try unsafe file.read(
                    fromAbsoluteOffset: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
                offset += Int64(read)
                return read
            } catch {
                throw ArtifactError(.readFailed, "\(uri): cannot read a temporary file: \(error)")
            }
        }
        var reader = JSONReader(input)
        guard try reader.nextDocument() else { return }
        try readAnswer(&reader, Keys(uri))
        try reader.requireEnd()
    }

    /// What keys are compared with.
    private struct Keys {
        let key: [UInt8]
        let below: [UInt8]

        init(_ uri: S3URI) {
            key = uri.key.bytes
            below = uri.directoryPrefix.bytes
        }
    }

    private mutating func readAnswer(_ reader: inout JSONReader, _ keys: Keys) throws(ArtifactError) {
        var isIncomplete = false
        try reader.beginObject()
        while try reader.nextMember() {
            if reader.textEquals("Contents") {
                isExplicit = true
                if try !reader.readNull() { try readObjects(&reader, keys) }
            } else if reader.textEquals("NextToken") {
                guard nextToken == nil else { throw reader.error("a second \"NextToken\"") }
                if try reader.readNull() { continue }
                try reader.readString()
                nextToken = reader.text
            } else if reader.textEquals("IsTruncated") {
                isExplicit = true
                isIncomplete = try reader.readBoolean()
            } else if reader.textEquals("RequestCharged") || reader.textEquals("KeyCount") {
                isExplicit = true
            } else if !Self.isKnown(&reader) {
                throw reader.error(at: reader.namePlace, "a member that no answer about objects has")
            }
        }
        guard !isIncomplete || nextToken != nil else { throw reader.error("the answer says that it is not complete") }
    }

    private static func isKnown(_ reader: inout JSONReader) -> Bool {
        reader.textEquals("Prefix") || reader.textEquals("Name") || reader.textEquals("MaxKeys")
            || reader.textEquals("EncodingType") || reader.textEquals("ResponseMetadata")
            || reader.textEquals("ContinuationToken") || reader.textEquals("StartAfter")
    }

    private mutating func readObjects(_ reader: inout JSONReader, _ keys: Keys) throws(ArtifactError) {
        var key: [UInt8] = []
        try reader.beginArray()
        while try reader.nextElement() {
            var hasKey = false
            try reader.beginObject()
            while try reader.nextMember() {
                guard reader.textEquals("Key") else { continue }
                guard !hasKey else { throw reader.error("a second \"Key\" in one object") }
                try reader.readString()
                hasKey = true
                if holdsKey, holdsKeysBelow { continue }
                reader.copyText(to: &key)
                if key == keys.key { holdsKey = true } else if key.starts(with: keys.below) { holdsKeysBelow = true }
            }
            guard hasKey else { throw reader.error("an object without a \"Key\"") }
            count += 1
        }
    }
}
