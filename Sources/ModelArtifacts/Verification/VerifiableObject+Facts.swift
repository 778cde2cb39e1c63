extension VerifiableObject {
    /// What is known of an object besides its facts: a byte of these flags, then the values.
    private struct More: OptionSet {
        let rawValue: UInt8

        static let md5 = More(rawValue: 1)
        static let checksums = More(rawValue: 2)
        static let defect = More(rawValue: 4)
    }

    /// Adds what is known of it to bytes, without the path.
    func write(to bytes: inout [UInt8]) {
        var facts = ObjectFacts()
        facts.size = size
        facts.digest = etag?.digest
        if facts.digest == nil { facts.tag = etag.map { ByteString($0.text) } }
        facts.upload = upload
        facts.encryption = encryption
        Self.write(facts, md5: md5, checksums: checksums, defect: defect, to: &bytes)
    }

    /// Adds what is known of an object to bytes.
    @inline(__always)
    static func write(
        _ facts: ObjectFacts, md5: MD5Digest? = nil, checksums: [ChecksumAlgorithm: String] = [:],
        defect: String? = nil, to bytes: inout [UInt8]
    ) {
        guard md5 != nil || !checksums.isEmpty || defect != nil else { return facts.write(to: &bytes) }
        var (facts, more) = (facts, More())
        facts.hasMore = true
        facts.write(to: &bytes)
        if md5 != nil { more.insert(.md5) }
        if !checksums.isEmpty { more.insert(.checksums) }
        if defect != nil { more.insert(.defect) }
        bytes.append(more.rawValue)
        if let md5 {
            SpilledNumber.write(word: md5.high, to: &bytes)
            SpilledNumber.write(word: md5.low, to: &bytes)
        }
        if !checksums.isEmpty {
            for algorithm in ChecksumAlgorithm.allCases {
                SpilledNumber.write(ByteString(checksums[algorithm] ?? ""), to: &bytes)
            }
        }
        if let defect { SpilledNumber.write(ByteString(defect), to: &bytes) }
    }

    /// Whether something makes that the object cannot be compared.
    ///
    /// - Parameter place: behind the facts, where more is known than these.
    @inline(__always)
    static func hasDefect(_ bytes: Span<UInt8>, behind place: Int) -> Bool {
        More(rawValue: bytes[place]).contains(.defect)
    }

    /// Takes what ``write(to:)`` has written.
    init(path: Span<UInt8>, content: Span<UInt8>) {
        var place = 0
        let facts = ObjectFacts(content, at: &place)
        self.init(
            path: ByteString(path), size: facts.size,
            etag: facts.digest.map { ETag(md5: $0) } ?? facts.tag.flatMap { ETag($0.bytes.span) })
        upload = facts.upload
        encryption = facts.encryption
        guard facts.hasMore else { return }
        let more = More(rawValue: content[place])
        place += 1
        if more.contains(.md5) {
            let high = SpilledNumber.readWord(content, at: &place)
            md5 = MD5Digest(high: high, low: SpilledNumber.readWord(content, at: &place))
        }
        if more.contains(.checksums) {
            for algorithm in ChecksumAlgorithm.allCases {
                let text = SpilledNumber.readText(content, at: &place)
                if !text.isEmpty { checksums[algorithm] = String(decoding: text.bytes, as: UTF8.self) }
            }
        }
        if more.contains(.defect) {
            defect = String(decoding: SpilledNumber.readText(content, at: &place).bytes, as: UTF8.self)
        }
    }
}

extension ObjectFacts {
    /// Takes over what a listing or manifest says, with an ETag that may be empty.
    ///
    /// - Parameter encryption: why no ETag of the bucket is an MD5; nil if they can be.
    @inline(__always)
    init(etag: Span<UInt8>, _ object: ListedObject, _ encryption: ETagEncryption? = nil) {
        self.init(size: object.size, tag: etag, keepsCase: false)
        upload = object.upload
        self.encryption = object.isEncryptedWithKMS == true ? .kms : encryption
    }
}
