/// What is inspected, and as what: all that is known before its contents are looked at.
package struct Subject: Sendable {
    package var kind: SourceKind
    /// The path or name of the source, as given.
    package var location: ByteString
    /// The S3 URI as given; nil if none was.
    package var uriText: ByteString?
    /// The S3 URI taken apart; nil if none was given or it cannot be one.
    package var uri: S3URI?
    package var combination: Combination
    /// The form of the listing, where the source is one.
    package var listingFormat: ListingFormat?
    /// Whether the user chose the combination, and not the defaults.
    package var combinationIsExplicit: Bool
    /// What the bytes of a file or archive are.
    package var content: SourceContent?
    /// The URI of a manifest that the model data source is to name.
    package var manifestURI: ByteString?
    /// Bytes that the volume of an instance has for the model.
    package var volumeSize: Int64?
    /// Bytes of the archive file, where the source is one.
    package var archiveSize: Int64?
    /// How objects are uploaded, which limits their size.
    package var uploadRule = UploadRule(.awsCLI)
    /// Whether the source could be looked at at all.
    package var isInspected = true
    /// Whether the contents of what lies in S3 are read.
    package var readsObjects = false
    /// How many models the data holds.
    package var hosting = ModelHosting.one
    /// Whether a request says where it is and what it is, and no options do.
    package var isOfRequest = false
    /// Where the model data goes in the container.
    package var mount = ModelDirectory.path
    /// The container that is to serve the model; nil if nothing is known of it, and for channels.
    package var container: Container?
    /// Whether to say what the artifact looks like where no framework is told.
    package var hintsFramework = false

    /// Makes it another place, and leaves the rest as it is.
    mutating func place(at uri: S3URI) {
        self.uri = uri
        uriText = uri.text
    }

    /// What stands in front of a path to make it the object's key; nil if paths have no keys of their own.
    package var keyPrefix: ByteString? {
        guard combination.compressionType == .none, let uri else { return nil }
        switch combination.dataType {
        case .prefix: return uri.directoryPrefix
        case .object: return ByteString(Array(uri.key.bytes.dropLast(uri.key.lastComponent.count)))
        }
    }

    /// Whether the contents of the files can be read, and not only their names.
    package var hasContents: Bool {
        switch kind {
        case .directory, .archive, .file: isInspected
        case .s3: readsObjects
        default: false
        }
    }

    /// The key of the one object that an `S3Object` URI names.
    package var objectKey: ByteString? {
        combination.dataType == .object ? uri?.key : nil
    }
}

extension Subject {
    /// The name that a single file has in the layout and in a manifest: what the URI calls the object where it does, else
    /// the file's own name.
    package var objectName: ByteString {
        let fileName = location.lastComponent
        guard let key = objectKey, !key.lastComponent.isEmpty else { return fileName }
        return key.lastComponent
    }
}

extension Subject {
    /// What says where the artifact is, as remedies name it.
    var uriName: String {
        if isOfRequest { return "the URI in the request" }
        return mount == ModelDirectory.path ? "`--s3-uri`" : "`--channel-s3-uri`"
    }

    /// How to say that the URI is that of one object, and whether it is an archive.
    func wordsForObject(isArchive: Bool) -> String {
        if isOfRequest { return "set S3DataType to S3Object and CompressionType to \(isArchive ? "Gzip" : "None")" }
        return "say `--s3-data-type S3Object\(isArchive ? " --compression-type Gzip" : "")`"
    }

    /// The framework that is to serve the model; nil if it is not known.
    package var framework: Framework? { container?.framework }

    /// Whether the layout is that of the model, and not that of an archive that nobody unpacks.
    package var hasModelLayout: Bool {
        // A file alone lies in the model directory as it would beside others. What it hints at is what its name says; of an archive
        // other rules speak.
        if kind == .file {
            return framework != nil && combination.compressionType == .none && hosting == .one
                && !NotAGzipTar.applies(to: self) && !ArchiveNotExtracted.applies(to: self)
        }
        return switch combination {
        case Combination(.prefix, .none): kind != .archive
        case Combination(.object, .gzip): kind == .archive || kind == .directory
        default: false
        }
    }
}
