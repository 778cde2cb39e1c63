/// What the `manifest.json` of an S3 Inventory says.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
struct InventoryManifest {
    /// One data file.
    struct File {
        /// The key that the file has in the destination bucket.
        var key = ByteString()
        /// In bytes.
        var size: Int64?
        /// In hexadecimal.
        var checksum = ByteString()
    }

    /// No inventory has as many data files.
    static let maximumFileCount = 1_000_000

    private(set) var sourceBucket = ByteString()
    /// The names of the columns, in order.
    private(set) var columns: [String] = []
    private(set) var files: [File] = []

    /// Reads a manifest.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` if it is not one, or if its files are not CSV.
    init(_ input: consuming InputBuffer) throws(ArtifactError) {
        var reader = JSONReader(input)
        guard try reader.nextDocument() else {
            throw reader.error("an empty file, not the manifest of an S3 Inventory")
        }
        var format = ByteString()
        try reader.beginObject()
        while try reader.nextMember() {
            if reader.textEquals("sourceBucket") {
                try reader.readString()
                sourceBucket = reader.text
            } else if reader.textEquals("fileFormat") {
                let place = reader.place
                try reader.readString()
                format = reader.text
                guard format == "CSV" else {
                    throw reader.error(
                        at: place, KeyListing.refusal(ofInventoryIn: ByteString(ListingText.excerpt(format))))
                }
            } else if reader.textEquals("fileSchema") {
                try reader.readString()
                let names = reader.text.bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                columns = names.map { String(decoding: $0.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self) }
            } else if reader.textEquals("files") {
                try readFiles(&reader)
            }
        }
        guard !format.isEmpty, !sourceBucket.isEmpty, columns.contains("Key") else {
            throw reader.error(
                "not the manifest of an S3 Inventory: 'sourceBucket', 'fileFormat' or a 'fileSchema' with 'Key' is missing"
            )
        }
        try reader.requireEnd()
    }

    private mutating func readFiles(_ reader: inout JSONReader) throws(ArtifactError) {
        try reader.beginArray()
        while try reader.nextElement() {
            let place = reader.place
            var file = File()
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.textEquals("key") {
                    try reader.readString()
                    file.key = reader.text
                } else if reader.textEquals("size") {
                    try reader.readNumber()
                    file.size = reader.integer
                } else if reader.textEquals("MD5checksum") {
                    try reader.readString()
                    file.checksum = reader.text
                }
            }
            guard !file.key.isEmpty, file.checksum.count == 32, files.count < Self.maximumFileCount else {
                throw reader.error(at: place, "a file without 'key' or 'MD5checksum', or too many files")
            }
            files.append(file)
        }
    }
}
