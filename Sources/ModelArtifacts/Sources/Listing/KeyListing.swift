package import SystemPackage

/// A listing of S3 keys that a user has in a file or pipes in, in any of the forms of ``ListingFormat``.
///
/// Reading is a stream and needs the memory of one row. It can be repeated, for input that turns out not to be sorted: what
/// comes from a pipe is kept in an unlinked temporary file meanwhile.
package struct KeyListing: Sendable {
    /// What the user says about a listing.
    package struct Options: Hashable, Sendable {
        /// The form, where the content does not tell it.
        package var format: ListingFormat?
        /// Whether keys in JSON and plain keys are URL-encoded (`%XX`, and `+` for a space). The AWS CLI prints decoded keys,
        /// even beside `"EncodingType": "url"`, so keys are taken as they stand otherwise.
        package var keysURLEncoded = false
        /// The columns of a manifest without a header row.
        package var manifestColumns: [ManifestColumn]?

        package init(
            format: ListingFormat? = nil, keysURLEncoded: Bool = false, manifestColumns: [ManifestColumn]? = nil
        ) {
            self.format = format
            self.keysURLEncoded = keysURLEncoded
            self.manifestColumns = manifestColumns
        }
    }

    /// Takes one listed object. The key and the ETag, without quotes and empty where it is unknown, are valid during the
    /// call only.
    package typealias Body = (
        _ key: Span<UInt8>, _ etag: Span<UInt8>, _ object: ListedObject
    ) throws(ArtifactError) -> Void

    /// What to run instead, for messages about listings that cannot be used.
    static let instead = "run: \(command)"
    static let command = "aws s3api list-objects-v2 --bucket BUCKET --prefix PREFIX > listing.json"

    /// What is said of an S3 Inventory in a format that no library reads which could be linked: Debian 12 has none for Parquet or ORC.
    static func refusal(ofInventoryIn format: ByteString) -> String {
        let pipe =
            #"duckdb -c "COPY (SELECT key AS Key, size AS Size, storage_class AS StorageClass FROM 'data/*.parquet' ORDER BY key) TO '/dev/stdout' (FORMAT json)" | optml check --listing -"#
        let isParquet = format == "Parquet"
        let other = isParquet ? "hand its keys on: \(pipe)" : "in Parquet, and hand its keys on: \(pipe)"
        return
            "an S3 Inventory in '\(format)', which is not read; have it made in CSV and give its manifest.json, or \(other)"
    }

    /// The name to show in messages.
    package let name: ByteString
    /// The form, as the content or the user told it.
    package let format: ListingFormat

    private let options: Options
    private let content: ListingContent
    private let stated: Lock<ByteString?>

    /// The bucket that the listing says it is of, once all of it was read; nil if it does not say. Of an S3 Inventory and a
    /// manifest, each row tells its own.
    var listedBucket: ByteString? { stated.withLock { $0 } }

    /// Looks at the beginning of a regular file to tell the form. Further files of an S3 Inventory are found beside its path.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` for forms that are known but cannot be used, saying what to run
    ///   instead, `usage` for options that contradict the form, and what reading the file throws.
    package init(_ file: any RandomAccessFile, options: Options = Options()) throws(ArtifactError) {
        try self.init(.file(file), options)
    }

    /// Looks at the beginning of an open file such as standard input, which has to stay open and is not closed.
    ///
    /// - Parameter progress: told how much has been read.
    /// - Throws: as ``init(_:options:)``.
    package init(
        standardInput descriptor: FileDescriptor, name: ByteString = "standard input", options: Options = Options(),
        progress: WorkProgress? = nil
    ) throws(ArtifactError) {
        let input = try SpooledInput(descriptor, name: name, closesDescriptor: false)
        try self.init(.spooled(input, progress?(nil)), options)
    }

    /// Opens a file, or a pipe such as that of a process substitution, and looks at its beginning.
    ///
    /// - Parameter progress: told how much has been read.
    /// - Throws: as ``init(_:options:)``, and ``ArtifactError`` with code `notFound` or `readFailed`.
    package init(
        opening path: ByteString, options: Options = Options(), progress: WorkProgress? = nil
    ) throws(ArtifactError) {
        let (descriptor, kind) = try FileSystem.openTellingKind(path)
        switch kind {
        case .regular:
            try? descriptor.close()
            let file = try RegularFile(opening: path)
            try self.init(.file(progress?(file.size).map { ProgressFile(file, progress: $0) } ?? file), options)
        case .directory:
            try? descriptor.close()
            throw ArtifactError(
                .usage, "\(path): a directory, not a listing; give the listing's file, or the directory as the source")
        default:
            let input = try SpooledInput(descriptor, name: path, closesDescriptor: true)
            try self.init(.spooled(input, progress?(nil)), options)
        }
    }

    /// Opens what `--listing` names: a file, a pipe, or standard input for `-`.
    ///
    /// - Parameter progress: told how much has been read.
    /// - Throws: as ``init(opening:options:)``.
    package init(
        at location: ByteString, options: Options = Options(), progress: WorkProgress? = nil
    ) throws(ArtifactError) {
        self =
            location == "-"
            ? try KeyListing(standardInput: .standardInput, options: options, progress: progress)
            : try KeyListing(opening: location, options: options, progress: progress)
    }

    /// Looks at an input that can be read again.
    ///
    /// - Throws: as ``init(_:options:)``.
    package init(spooled input: SpooledInput, options: Options) throws(ArtifactError) {
        try self.init(.spooled(input), options)
    }

    private init(_ content: ListingContent, _ options: Options) throws(ArtifactError) {
        self.content = content
        self.options = options
        stated = Lock(nil)
        name = content.name
        if let format = options.format {
            self.format = format
        } else if options.manifestColumns != nil {
            format = .manifest
        } else {
            format = try ListingDetector(name: name, content: content).format()
        }
        if options.keysURLEncoded, format != .json, format != .keys {
            throw ArtifactError(
                .usage,
                "\(name): keys in a listing of the form '\(format.rawValue)' are never taken as URL-encoded; "
                    + "leave --keys-url-encoded out")
        }
    }

    /// The keys of a large file in slices that can be read side by side; nil where the form does not allow that.
    ///
    /// The file has to be checked with ``verifyUnchanged()`` afterwards.
    ///
    /// - Parameter size: that of a slice, in bytes.
    /// - Throws: what reading the beginning throws.
    func slices(ofSize size: Int64) throws(ArtifactError) -> PlainKeySlices? {
        guard format == .keys, !options.keysURLEncoded, case .file(let file) = content, file.size > size else {
            return nil
        }
        return try PlainKeySlices(file, sliceSize: size)
    }

    /// The blocks of an S3 Inventory, which can be parsed side by side; nil for all other forms.
    ///
    /// - Parameter size: how much is read at once, in bytes.
    /// - Throws: what reading the manifest throws.
    func blocks(ofSize size: Int64) throws(ArtifactError) -> InventoryBlocks? {
        guard format == .inventory, case .file = content else { return nil }
        return try InventoryBlocks(
            InventoryReader(manifest: name, content: content), blockSize: Int(clamping: size))
    }

    /// Checks after reading that what was read has not changed since it was opened.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead`.
    func verifyUnchanged() throws(ArtifactError) { try content.verifyUnchanged() }

    /// Calls `body` with every object that the listing holds, in the order of the listing.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput`, the place and what to do where the listing is damaged or
    ///   incomplete; what reading throws; and what `body` throws.
    package func forEach(_ body: Body) throws(ArtifactError) {
        switch format {
        case .json:
            var reader = JSONListingReader(content.input(), decodesKeys: options.keysURLEncoded)
            try reader.forEach(body)
            let bucket = reader.listedBucket
            stated.withLock { $0 = bucket }
        case .awsS3Ls: try AWSListingTextReader.forEach(content.input(), body)
        case .inventory:
            guard case .file = content else {
                throw ArtifactError(
                    .usage,
                    "\(name): an S3 Inventory cannot be read from here, because its data files are found beside its "
                        + "manifest.json; give the path of that")
            }
            try InventoryReader(manifest: name, content: content).forEach(body)
        case .manifest: try ManifestListingReader.forEach(content.input(), columns: options.manifestColumns, body)
        case .keys: try PlainKeyReader.forEach(LineReader(content.input()), decodesKeys: options.keysURLEncoded, body)
        }
        try content.verifyUnchanged()
    }
}
