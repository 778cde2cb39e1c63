/// Writes a manifest: a CSV file (RFC 4180, UTF-8, LF) with a row an object, sorted by the bytes of the keys.
///
/// AWS publishes no layout for the file that `ManifestS3Uri` names ("a CSV file that stores the artifact locations"), so the
/// columns are a choice.
public struct ManifestWriter {
    /// The number of objects whose rows one thread makes at a time: about a hundred kilobytes of text.
    private static let sliceSize = 1024

    private var csv: CSVWriter
    private let rows: ManifestRows

    /// Begins a manifest.
    ///
    /// - Parameters:
    ///   - uri: where the model data is; nil if no column tells it.
    ///   - dataType: whether that is a prefix or one object.
    ///   - columns: the columns in their order, of those that are ``ManifestColumn/writable``.
    ///   - hasHeader: whether the first row names the columns.
    ///   - sink: takes the manifest in chunks.
    /// - Throws: ``ArtifactError`` with code `usage` for columns that need a URI, if there is none; what `sink` throws.
    public init(
        uri: S3URI?, dataType: S3DataType, columns: [ManifestColumn] = ManifestColumn.standard, hasHeader: Bool = true,
        sink: @escaping (_ chunk: [UInt8]) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        if uri == nil, let column = columns.first(where: \.needsURI) {
            throw ArtifactError(.usage, "the column '\(column.rawValue)' needs the S3 URI of the model data")
        }
        csv = CSVWriter(sink: sink)
        rows = ManifestRows(uri: uri, dataType: dataType, columns: columns)
        guard hasHeader else { return }
        for column in columns { csv.write(column.rawValue) }
        try csv.endRecord()
    }

    /// Writes the row of an object. Objects come sorted by path.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` for a key that is not UTF-8, which the format cannot hold;
    ///   what the sink throws.
    public mutating func write(_ object: StoredObject) throws(ArtifactError) {
        try rows.write(object, to: &csv)
    }

    /// Writes the rows of objects, sorted by path, of which several threads make some each.
    ///
    /// - Throws: as ``write(_:)`` does, and for the first object for which it would.
    package mutating func write(_ objects: [StoredObject], jobs: Int) throws(ArtifactError) {
        let rows = rows
        let count = (objects.count + Self.sliceSize - 1) / Self.sliceSize
        let slices = WorkAhead(count: count, jobs: jobs) { number -> Result<[UInt8], ArtifactError> in
            let start = number * Self.sliceSize
            return Result { () throws(ArtifactError) in
                var csv = CSVWriter()
                for object in objects[start..<min(start + Self.sliceSize, objects.count)] {
                    try rows.write(object, to: &csv)
                }
                return csv.output.bytes
            }
        }
        defer { slices.stop() }
        while let slice = slices.next() { try csv.write(records: slice.get()) }
    }

    /// Ends the manifest.
    ///
    /// - Throws: what the sink throws.
    public mutating func finish() throws(ArtifactError) { try csv.finish() }
}
