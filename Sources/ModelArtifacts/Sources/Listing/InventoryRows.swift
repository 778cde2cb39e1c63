/// Reads the rows of the data files of an S3 Inventory, by the columns that its manifest names.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html
struct InventoryRows {
    private let bucketName: ByteString
    private let columnCount: Int
    private let key: Int
    private let bucket: Int?
    private let isLatest: Int?
    private let isDeleteMarker: Int?
    private let size: Int?
    private let etag: Int?
    private let encryption: Int?
    private let storageClass: Int?
    private let tier: Int?
    private var decoded: [UInt8] = []

    init(_ manifest: InventoryManifest) {
        let columns = manifest.columns
        bucketName = manifest.sourceBucket
        columnCount = columns.count
        key = columns.firstIndex(of: "Key") ?? 0
        bucket = columns.firstIndex(of: "Bucket")
        isLatest = columns.firstIndex(of: "IsLatest")
        isDeleteMarker = columns.firstIndex(of: "IsDeleteMarker")
        size = columns.firstIndex(of: "Size")
        etag = columns.firstIndex(of: "ETag")
        storageClass = columns.firstIndex(of: "StorageClass")
        tier = columns.firstIndex(of: "IntelligentTieringAccessTier")
        encryption = columns.firstIndex(of: "EncryptionStatus")
    }

    mutating func forEach(_ input: consuming InputBuffer, _ body: KeyListing.Body) throws(ArtifactError) {
        var reader = CSVReader(input)
        while try reader.next() {
            if reader.isEmptyLine { continue }
            guard reader.fieldCount == columnCount else {
                throw reader.error(
                    "\(reader.fieldCount) fields where the inventory's manifest names \(columnCount) columns")
            }
            let bytes = reader.bytes
            let isOther = bucket.map { field in
                !bytes.span.extracting(reader.range(of: field)).equals(bucketName.bytes.span)
            }
            if isOther == true || has(isLatest, "false", bytes.span, reader)
                || has(isDeleteMarker, "true", bytes.span, reader)
            {
                continue
            }
            var object = ListedObject(bucket: bucketName)
            if let size, case let range = reader.range(of: size), !range.isEmpty {
                guard let value = ListingText.integer(bytes.span.extracting(range)) else {
                    throw reader.error("'\(ListingText.excerpt(reader.field(size)))' is not a size in bytes")
                }
                object.size = value
            }
            if encryption != nil {
                object.isEncryptedWithKMS =
                    has(encryption, "SSE-KMS", bytes.span, reader) || has(encryption, "DSSE-KMS", bytes.span, reader)
            }
            if let storageClass {
                object.archiveClass = ArchiveClass(
                    storageClass: bytes.span.extracting(reader.range(of: storageClass)))
            }
            if let tier, object.archiveClass == nil, case let range = reader.range(of: tier), !range.isEmpty {
                object.archiveClass = ArchiveClass(tier: bytes.span.extracting(range))
            }
            decoded.removeAll(keepingCapacity: true)
            unsafe bytes.span.extracting(reader.range(of: key)).withUnsafeBufferPointer {
                unsafe decoded.append(contentsOf: $0)
            }
            guard PercentEncoding.decode(&decoded), !decoded.isEmpty else {
                throw reader.error("'\(ListingText.excerpt(reader.field(key)))' is not a URL-encoded key")
            }
            let range = etag.map { ListingText.unquoted(reader.range(of: $0), in: bytes) } ?? 0..<0
            try body(decoded.span, bytes.span.extracting(range), object)
        }
    }

    /// Whether a column is there and holds `value`, in any case.
    private func has(
        _ column: Int?, _ value: StaticString, _ bytes: Span<UInt8>, _ reader: borrowing CSVReader
    ) -> Bool {
        guard let column, case let range = reader.range(of: column), range.count == value.utf8CodeUnitCount else {
            return false
        }
        for index in 0..<range.count {
            let (left, right) = (bytes[range.lowerBound + index], unsafe value.utf8Start[index])
            guard left == right || (left ^ right == 0x20 && right | 0x20 >= UInt8(ascii: "a")) else { return false }
        }
        return true
    }
}
