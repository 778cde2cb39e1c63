/// Where the objects of a manifest are.
package enum ManifestPlace {
    /// The first object of a manifest, if a URI does not cover it; nil if it does, if the rows tell no places, and if the
    /// file is no manifest of this tool.
    ///
    /// One row is read: manifests are of one prefix or object.
    ///
    /// - Parameters:
    ///   - uri: a prefix, or the one object.
    ///   - file: the manifest.
    /// - Throws: ``ArtifactError`` if the file cannot be read.
    package static func firstOutside(of uri: S3URI, in file: ByteString) throws(ArtifactError) -> S3URI? {
        let content = ListingContent.file(try RegularFile(opening: file))
        do throws(ArtifactError) {
            var reader = try ManifestReader(content.input(), columns: nil)
            guard reader.hasKeys, try reader.next() else { return nil }
            let (bytes, key) = (reader.bytes, reader.key)
            let bucket = reader.object.bucket ?? uri.bucket
            let isBelow = KeyScope(uri).pathStart(of: bytes.span.extracting(key), in: nil) != nil
            guard !isBelow || BucketName.areDifferent(bucket, uri.bucket) else { return nil }
            return S3URI(bucket: bucket, key: ByteString(Array(bytes[key])))
        } catch {
            // A manifest may have another form, of which nothing is known.
            guard error.code == .malformedInput else { throw error }
            return nil
        }
    }
}
