import SystemPackage

/// The answers to the requests for a listing, one behind the other in a temporary file without a name.
struct BucketSpool {
    /// The number of objects in them.
    private(set) var count = 0

    private let uri: S3URI
    private let input: SpooledInput
    /// The file of `input`, which closes it.
    private let file: FileDescriptor
    private var length: Int64 = 0

    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    init(_ uri: S3URI) throws(ArtifactError) {
        self.uri = uri
        file = try UnlinkedFile.create()
        input = try SpooledInput(file, name: uri.text, closesDescriptor: true)
    }

    /// Runs a command and checks its answer, before anything is made of it.
    mutating func append(_ command: AWSCommand) async throws -> BucketPage {
        var end = length
        try await command.run { bytes throws(ArtifactError) in
            try write(bytes, at: end)
            end += Int64(bytes.count)
        }
        let page = try BucketPage(of: uri, in: file, at: length..<end)
        length = end
        count += page.count
        return page
    }

    /// Adds bytes that are known to be well-formed, of objects that ``countOne()`` counts.
    mutating func append(_ bytes: [UInt8]) throws(ArtifactError) {
        try write(bytes, at: length)
        length += Int64(bytes.count)
    }

    /// Counts an object.
    mutating func countOne() { count += 1 }

    /// Says that what follows is not wanted: an empty page behind one that is not the last makes the listing complete.
    mutating func end() throws(ArtifactError) {
        try append(Array("{}\n".utf8))
    }

    /// The answers as one listing, which can be read as often as it is needed.
    func listing() throws(ArtifactError) -> KeyListing {
        try KeyListing(spooled: input, options: KeyListing.Options(format: .json))
    }

    private func write(_ bytes: [UInt8], at offset: Int64) throws(ArtifactError) {
        do {
            _ = try file.writeAll(toAbsoluteOffset: offset, bytes)
        } catch {
            throw ArtifactError(.writeFailed, "\(uri): cannot keep the listing in a temporary file: \(error)")
        }
    }
}
