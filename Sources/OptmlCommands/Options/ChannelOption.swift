import ModelArtifacts

/// One channel as the command line describes it.
struct ChannelOption {
    var name: String
    /// What holds its data; nil if there is nothing to inspect.
    var source: ByteString?
    var s3URI: ByteString?
    var acceptsEULA = false
    var hubContentARN: ByteString?

    /// What to inspect.
    var artifact: ArtifactSource { source.map { .path($0) } ?? .none }

    /// The options of its inspection, by those of the model's own data. What concerns the model's own data alone, such as
    /// its URI and its globs, is not taken over.
    func inspectionOptions(_ model: InspectionOptions) -> InspectionOptions {
        var options = InspectionOptions()
        options.channel = name
        options.s3URI = s3URI
        options.filter = PathFilter(patterns: [], excludesJunk: model.filter.excludesJunk)
        options.policy = model.policy
        options.uploadRule = model.uploadRule
        options.volumeSize = model.volumeSize
        options.maximumSize = model.maximumSize
        options.recordsLayout = model.recordsLayout
        options.digestsLayout = model.digestsLayout
        options.recordsObjects = model.recordsObjects
        options.hashesArchive = model.hashesArchive
        guard source == nil, let s3URI else { return options }
        // With nothing to look at, the URI tells.
        let isArchive = s3URI.hasSuffix(".tar.gz") || s3URI.hasSuffix(".tgz")
        options.dataType = s3URI.hasSuffix("/") ? .prefix : .object
        options.compressionType = isArchive ? .gzip : CompressionType.none
        return options
    }
}
