/// What a listing or manifest tells of an object, as it is put away for millions of them.
///
/// A byte of ``Flags``, the size, the ETag, the part size and the encryption, as far as they are known. Numbers take seven bits a
/// byte, the lowest first.
struct ObjectFacts: Equatable {
    private struct Flags: OptionSet {
        let rawValue: UInt8

        static let size = Flags(rawValue: 1)
        static let digest = Flags(rawValue: 2)
        static let tag = Flags(rawValue: 4)
        static let singlePut = Flags(rawValue: 8)
        static let parts = Flags(rawValue: 16)
        static let encryption = Flags(rawValue: 32)
        /// It is a directory of a layout, and no object.
        static let directory = Flags(rawValue: 64)
        /// More is known, which stands behind the facts.
        static let more = Flags(rawValue: 128)
    }

    /// In bytes; nil where it is not told.
    var size: Int64?
    /// The ETag, if it is 32 lower-case hexadecimal digits.
    var digest: MD5Digest?
    /// Any other ETag, as it is told.
    var tag: ByteString?
    /// How the object was uploaded.
    var upload = StoredObject.Upload.unknown
    /// Why the ETag is no MD5.
    var encryption: ETagEncryption?
    /// Whether it is a directory of a layout.
    var isDirectory = false
    /// Whether more stands behind the facts.
    var hasMore = false

    init() {}

    /// Takes an ETag as it is told, without quotes and empty where it is unknown.
    ///
    /// - Parameter keepsCase: whether capitals among hexadecimal digits count.
    init(size: Int64?, tag: Span<UInt8>, keepsCase: Bool) {
        self.size = size
        guard !tag.isEmpty else { return }
        digest = MD5Digest(hexadecimal: tag, lowerCase: keepsCase)
        if digest == nil { self.tag = ByteString(tag) }
    }

    /// Adds the facts to bytes.
    @inline(__always)
    func write(to bytes: inout [UInt8]) {
        var flags: Flags = []
        if size != nil { flags.insert(.size) }
        if digest != nil { flags.insert(.digest) }
        if tag != nil { flags.insert(.tag) }
        switch upload {
        case .unknown: break
        case .singlePut: flags.insert(.singlePut)
        case .multipart: flags.insert(.parts)
        }
        if encryption != nil { flags.insert(.encryption) }
        if isDirectory { flags.insert(.directory) }
        if hasMore { flags.insert(.more) }
        bytes.append(flags.rawValue)
        if let size { SpilledNumber.write(UInt64(bitPattern: size), to: &bytes) }
        if let digest {
            SpilledNumber.write(word: digest.high, to: &bytes)
            SpilledNumber.write(word: digest.low, to: &bytes)
        }
        if let tag { SpilledNumber.write(tag, to: &bytes) }
        if case .multipart(let partSize) = upload { SpilledNumber.write(UInt64(bitPattern: partSize), to: &bytes) }
        if let encryption, let index = ETagEncryption.allCases.firstIndex(of: encryption) {
            bytes.append(UInt8(index))
        }
    }

    /// Reads the facts at a place, which is then behind them.
    @inline(__always)
    init(_ bytes: Span<UInt8>, at place: inout Int) {
        let flags = Flags(rawValue: bytes[place])
        place += 1
        if flags.contains(.size) { size = Int64(bitPattern: SpilledNumber.read(bytes, at: &place)) }
        if flags.contains(.digest) {
            let high = SpilledNumber.readWord(bytes, at: &place)
            digest = MD5Digest(high: high, low: SpilledNumber.readWord(bytes, at: &place))
        }
        if flags.contains(.tag) { tag = SpilledNumber.readText(bytes, at: &place) }
        if flags.contains(.singlePut) { upload = .singlePut }
        if flags.contains(.parts) {
            upload = .multipart(partSize: Int64(bitPattern: SpilledNumber.read(bytes, at: &place)))
        }
        if flags.contains(.encryption) {
            encryption = ETagEncryption.allCases[Int(bytes[place])]
            place += 1
        }
        isDirectory = flags.contains(.directory)
        hasMore = flags.contains(.more)
    }
}

extension ObjectFacts {
    /// What a listing says of the object of a path in a layout.
    init(_ file: borrowing LayoutFile) {
        self.init()
        size = file.size
        digest = file.digest
        tag = file.otherETag
        upload = file.upload
        // A layout only knows that there is a reason.
        if file.hasOpaqueETag { encryption = .kms }
    }

    /// The ETag as it was told.
    var etag: ByteString? { digest?.digits ?? tag }
}

extension LayoutFile {
    /// The file that facts are about.
    init(_ facts: ObjectFacts) {
        self.init(
            .file, size: facts.size, digest: facts.digest, otherETag: facts.tag, upload: facts.upload,
            hasOpaqueETag: facts.encryption != nil)
    }
}
