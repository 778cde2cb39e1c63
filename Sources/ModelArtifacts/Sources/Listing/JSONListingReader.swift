/// Reads listings in JSON: pages of `list-objects-v2`, objects, keys, in documents one behind the other or in arrays.
///
/// Keys under `Key` (the S3 API's spelling) are taken as they stand; a `key` (s5cmd's spelling) or an element of an array of
/// keys may be a whole `s3://bucket/key` URI. A page that says that more pages follow has to be followed by one.
struct JSONListingReader: ~Copyable {
    private var reader: JSONReader
    private let decodesKeys: Bool
    /// Where the last page said that it is not the last.
    private var truncation: TextPosition?
    /// The bucket that the last page says it is of; nil if it does not say.
    private(set) var listedBucket: ByteString?
    private var row = Row()
    private var bucket = RepeatedName()
    /// The shape of the row before, in an array of them.
    private var template: JSONRowTemplate?
    /// How many rows did not look like the one before, since one did.
    private var mismatches = 0

    /// What one object says so far. The buffers are used again for the next.
    private struct Row {
        var key: [UInt8] = []
        var etag: [UInt8] = []
        var size: Int64?
        var hasKey = false
        var hasSize = false
        var hasETag = false
        var keyMayBeURI = false
        var hasType = false
        var isFolder = false
        var archiveClass: ArchiveClass?
        var isRestored = false

        mutating func clear() {
            etag.removeAll(keepingCapacity: true)
            (size, hasKey, hasSize, hasETag) = (nil, false, false, false)
            (keyMayBeURI, hasType, isFolder) = (false, false, false)
            (archiveClass, isRestored) = (nil, false)
        }
    }

    /// What a member is to a listing.
    private enum Member {
        case key, uri, size, etag, type, storageClass, restoreStatus, contents, isTruncated, token, folders, versions,
            rclone, inventory, page, name, other
    }

    init(_ input: consuming InputBuffer, decodesKeys: Bool) {
        reader = JSONReader(input)
        self.decodesKeys = decodesKeys
    }

    mutating func forEach(_ body: KeyListing.Body) throws(ArtifactError) {
        while try reader.nextDocument() { try readItem(body, inArray: false) }
        if let truncation {
            throw reader.error(
                at: truncation,
                "the listing is not complete: its last page says that more follow; "
                    + "run list-objects-v2 again without --max-items, --no-paginate and --max-keys")
        }
    }

    /// Reads a document, or an element of the array that is the document.
    private mutating func readItem(_ body: KeyListing.Body, inArray: Bool) throws(ArtifactError) {
        switch try reader.kind() {
        case .object: try readObject(body, inContents: false)
        case .string:
            row.clear()
            row.keyMayBeURI = true
            try reader.readString()
            reader.copyText(to: &row.key)
            try yield(body)
        case .null where !inArray: _ = try reader.readNull()
        case .array where !inArray:
            try reader.beginArray()
            while try reader.nextElement() { try readItem(body, inArray: true) }
        default: throw reader.error("expected an object with a \"Key\", or a key; \(KeyListing.instead)")
        }
    }

    /// Reads an object that is a page or a row.
    private mutating func readObject(_ body: KeyListing.Body, inContents: Bool) throws(ArtifactError) {
        let place = reader.place
        row.clear()
        var (hasContents, isKnown, isEmpty) = (false, false, true)
        var pageTruncation: TextPosition?
        try reader.beginObject()
        while try reader.nextMember() {
            isEmpty = false
            let member = member()
            switch member {
            case .key, .uri, .size, .etag, .type, .storageClass, .restoreStatus:
                // Rows within the page would overwrite these.
                if hasContents { throw reader.error("a member of an object beside \"Contents\"") }
                try readRowMember(member)
                continue
            case .other: break
            case _ where inContents: break
            case .contents:
                guard !hasContents, !row.hasKey, !row.hasSize, !row.hasETag else {
                    throw reader.error("\"Contents\" twice, or beside members of an object")
                }
                hasContents = true
                try readContents(body)
                row.clear()
            case .isTruncated:
                isKnown = true
                if try reader.kind() == .boolean, case let place = reader.place, try reader.readBoolean() {
                    pageTruncation = pageTruncation ?? place
                }
            case .token:
                isKnown = true
                if try !reader.readNull() { pageTruncation = pageTruncation ?? reader.place }
            case .folders:
                isKnown = true
                try refuseFolders()
            case .versions, .rclone, .inventory: throw refusal(of: member)
            case .page: isKnown = true
            case .name:
                isKnown = true
                if try reader.kind() == .string {
                    try reader.readString()
                    listedBucket = reader.text
                }
            }
            // What was not read above is skipped by `nextMember`.
        }
        if row.hasKey {
            if row.isFolder, !row.hasETag {
                throw reader.error(
                    at: place,
                    "a folder, so the listing leaves out what is in it; run s5cmd --json ls 's3://BUCKET/PREFIX*'")
            }
            // s5cmd leaves a size of 0 out, and it alone says of what type an object is.
            if row.hasType, row.keyMayBeURI, !row.hasSize { row.size = 0 }
            return try yield(body)
        }
        guard !inContents, !row.hasSize, !row.hasETag, hasContents || isKnown || isEmpty else {
            throw reader.error(at: place, "an object without a \"Key\"; \(KeyListing.instead)")
        }
        truncation = pageTruncation
    }

    private mutating func readContents(_ body: KeyListing.Body) throws(ArtifactError) {
        if try reader.readNull() { return }
        try reader.beginArray()
        var (start, window) = (reader.input.position, reader.input.windowOffset)
        while try reader.nextElement() {
            guard try reader.kind() == .object else { throw reader.error("expected an object with a \"Key\"") }
            try readObject(body, inContents: true)
            // The row is learned if it is still there as a whole; where that is in vain, more and more seldom.
            mismatches += 1
            if !decodesKeys, mismatches & (mismatches - 1) == 0, window == reader.input.windowOffset {
                template = JSONRowTemplate(Array(reader.input.bytes[start..<reader.input.position]))
            }
            try readSimilarRows(body)
            (start, window) = (reader.input.position, reader.input.windowOffset)
        }
    }

    /// Reads rows as far as they look like the one before.
    private mutating func readSimilarRows(_ body: KeyListing.Body) throws(ArtifactError) {
        while let template, let row = reader.match(template) {
            let object = ListedObject(size: row.size)
            try body(
                reader.input.bytes.span.extracting(row.key), reader.input.bytes.span.extracting(row.etag), object)
            reader.input.skip(to: row.end, lines: template.lineCount, lineStart: row.lineStart)
            mismatches = 0
        }
    }

    private mutating func readRowMember(_ member: Member) throws(ArtifactError) {
        switch member {
        case .key, .uri:
            guard !row.hasKey else { throw reader.error("a second \"Key\" in one object") }
            try reader.readString()
            reader.copyText(to: &row.key)
            row.hasKey = true
            row.keyMayBeURI = member == .uri
        case .etag:
            guard !row.hasETag else { throw reader.error("a second \"ETag\" in one object") }
            if try reader.readNull() { return }
            try reader.readString()
            reader.copyText(to: &row.etag)
            row.hasETag = true
        case .size:
            guard !row.hasSize else { throw reader.error("a second \"Size\" in one object") }
            row.hasSize = true
            if try reader.readNull() { return }
            let place = reader.place
            try reader.readNumber()
            guard let size = reader.integer, size >= 0 else {
                throw reader.error(at: place, "'\(ListingText.excerpt(reader.text))' is not a size in bytes")
            }
            row.size = size
        case .storageClass:
            guard try reader.kind() == .string else { return }
            try reader.readString()
            let name = reader.text
            row.archiveClass = ArchiveClass(storageClass: name.bytes.span)
        case .restoreStatus: try readRestoreStatus()
        default:
            guard try reader.kind() == .string else { return }
            try reader.readString()
            row.hasType = true
            row.isFolder = reader.textEquals("directory")
        }
    }

    /// Reads what `--optional-object-attributes RestoreStatus` asks for: an object that is restored has a day on which that ends.
    private mutating func readRestoreStatus() throws(ArtifactError) {
        guard try reader.kind() == .object else { return }
        try reader.beginObject()
        while try reader.nextMember() {
            guard reader.textEquals("RestoreExpiryDate"), try reader.kind() == .string else { continue }
            try reader.readString()
            row.isRestored = true
        }
    }

    private mutating func yield(_ body: KeyListing.Body) throws(ArtifactError) {
        if decodesKeys, !PercentEncoding.decode(&row.key) {
            throw reader.error("the \"Key\" before is not URL-encoded; leave --keys-url-encoded out")
        }
        var object = ListedObject(size: row.size)
        object.archiveClass = row.isRestored ? nil : row.archiveClass
        var start = 0
        if row.keyMayBeURI, let parts = ListingText.splitURI(row.key.span) {
            var names = bucket
            object.bucket = names.name(row.key.span.extracting(parts.bucket))
            bucket = names
            start = parts.key.lowerBound
        }
        guard start < row.key.count else { throw reader.error("the key before is empty, which none is in S3") }
        let etag = ListingText.unquoted(0..<row.etag.count, in: row.etag)
        try body(row.key.span.extracting(start..<row.key.count), row.etag.span.extracting(etag), object)
    }

    private mutating func refuseFolders() throws(ArtifactError) {
        guard try reader.kind() == .array else { return }
        try reader.beginArray()
        if try reader.nextElement() {
            throw reader.error(
                "a listing with folders (\"CommonPrefixes\") leaves out what is in them; run list-objects-v2 again without "
                    + "--delimiter")
        }
    }

    private func refusal(of member: Member) -> ArtifactError {
        switch member {
        case .versions: reader.error("a listing of object versions; \(KeyListing.instead)")
        case .rclone: reader.error("a listing of rclone, which changes names; \(KeyListing.instead)")
        default: reader.error("the manifest of an S3 Inventory; leave --listing-format out, or say 'inventory'")
        }
    }

    /// What the member that the reader went to is.
    private mutating func member() -> Member {
        switch reader.textCount {
        case 3: reader.textEquals("Key") ? .key : reader.textEquals("key") ? .uri : .other
        case 4:
            if reader.textEquals("Size") || reader.textEquals("size") {
                .size
            } else if reader.textEquals("ETag") || reader.textEquals("etag") {
                .etag
            } else if reader.textEquals("type") {
                .type
            } else {
                reader.textEquals("Name") ? .name : .other
            }
        case 5: reader.textEquals("IsDir") ? .rclone : .other
        case 6: reader.textEquals("Prefix") || reader.textEquals("Marker") ? .page : .other
        case 7: reader.textEquals("MaxKeys") ? .page : .other
        case 8:
            if reader.textEquals("Contents") {
                .contents
            } else if reader.textEquals("Versions") {
                .versions
            } else {
                reader.textEquals("KeyCount") ? .page : .other
            }
        case 9: reader.textEquals("NextToken") ? .token : reader.textEquals("Delimiter") ? .page : .other
        case 10:
            if reader.textEquals("NextMarker") {
                .token
            } else if reader.textEquals("fileSchema") {
                .inventory
            } else {
                reader.textEquals("StartAfter") ? .page : .other
            }
        case 11: reader.textEquals("IsTruncated") ? .isTruncated : .other
        case 12:
            reader.textEquals("EncodingType") ? .page : reader.textEquals("StorageClass") ? .storageClass : .other
        case 13:
            if reader.textEquals("DeleteMarkers") {
                .versions
            } else if reader.textEquals("RestoreStatus") {
                .restoreStatus
            } else {
                // The spelling of s5cmd.
                reader.textEquals("storage_class") ? .storageClass : .other
            }
        case 14: reader.textEquals("CommonPrefixes") ? .folders : reader.textEquals("RequestCharged") ? .page : .other
        case 16: reader.textEquals("ResponseMetadata") ? .page : .other
        case 17: reader.textEquals("ContinuationToken") ? .page : .other
        case 21: reader.textEquals("NextContinuationToken") ? .token : .other
        default: .other
        }
    }
}
