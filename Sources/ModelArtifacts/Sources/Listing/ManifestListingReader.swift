/// Reads the objects of a manifest CSV that optml wrote: a header row, or the columns that the user gives, then one row an
/// object.
enum ManifestListingReader {
    static func forEach(
        _ input: consuming InputBuffer, columns: [ManifestColumn]?, _ body: KeyListing.Body
    ) throws(ArtifactError) {
        var reader = try ManifestReader(input, columns: columns)
        guard reader.hasKeys else {
            throw ArtifactError(.malformedInput, "\(reader.name): a manifest needs a column 's3_uri' or 'key'")
        }
        while try reader.next() {
            try body(
                reader.bytes.span.extracting(reader.key), reader.bytes.span.extracting(reader.etag), reader.object)
        }
    }
}
