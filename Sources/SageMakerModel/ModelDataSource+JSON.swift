package import ModelArtifacts

extension ModelDataSource {
    /// The block as JSON: the API's names in the API's order, an indent of two spaces, absent members left out.
    public var json: String {
        var writer = JSONWriter()
        // Only a sink can fail, and there is none.
        try? write(to: &writer)
        try? writer.finish()
        return String(decoding: writer.output.bytes, as: UTF8.self)
    }

    /// Writes the block as a value.
    ///
    /// - Throws: what the writer's sink throws.
    package func write(to writer: inout JSONWriter, as name: String? = nil) throws(ArtifactError) {
        let source = s3DataSource
        try writer.beginObject(name)
        try writer.beginObject("S3DataSource")
        try writer.write("S3Uri", source.s3URI)
        try writer.write("S3DataType", source.dataType.rawValue)
        try writer.write("CompressionType", source.compressionType.rawValue)
        if let acceptEULA = source.acceptEULA {
            try writer.beginObject("ModelAccessConfig")
            try writer.write("AcceptEula", acceptEULA)
            try writer.endObject()
        }
        if let hubContentARN = source.hubContentARN {
            try writer.beginObject("HubAccessConfig")
            try writer.write("HubContentArn", hubContentARN)
            try writer.endObject()
        }
        if let manifestS3URI = source.manifestS3URI { try writer.write("ManifestS3Uri", manifestS3URI) }
        if let etag = source.etag { try writer.write("ETag", etag) }
        if let manifestETag = source.manifestETag { try writer.write("ManifestEtag", manifestETag) }
        try writer.endObject()
        try writer.endObject()
    }
}
