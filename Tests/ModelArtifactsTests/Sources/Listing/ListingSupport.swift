import Foundation
import SystemPackage
import Testing

@testable import ModelArtifacts

/// A file in memory.
final class ListingFile: RandomAccessFile {
    let path: ByteString
    let content: [UInt8]
    var size: Int64 { Int64(content.count) }

    init(_ content: [UInt8], path: ByteString = "listing") {
        self.path = path
        self.content = content
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        let part = content.dropFirst(Int(offset)).prefix(buffer.count)
        buffer.copyBytes(from: part)
        return part.count
    }

    func verifyUnchanged() throws(ArtifactError) {}
}

/// One row that a listing yielded.
struct ListedRow: Hashable {
    var key: ByteString
    var etag: ByteString = ""
    var object = ListedObject()
}

extension KeyListing {
    func rows() throws(ArtifactError) -> [ListedRow] {
        var rows: [ListedRow] = []
        try forEach { key, etag, object throws(ArtifactError) in
            rows.append(ListedRow(key: ByteString(key), etag: ByteString(etag), object: object))
        }
        return rows
    }
}

func rows(_ text: String, _ options: KeyListing.Options = .init()) throws(ArtifactError) -> [ListedRow] {
    try KeyListing(ListingFile(Array(text.utf8)), options: options).rows()
}

func keys(_ text: String, _ options: KeyListing.Options = .init()) throws(ArtifactError) -> [ByteString] {
    try rows(text, options).map(\.key)
}

/// Expects that a listing is refused with a message that holds every one of the pieces.
func expectRefusal(
    _ text: String, _ pieces: String..., options: KeyListing.Options = .init(),
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let error = #expect(throws: ArtifactError.self, sourceLocation: sourceLocation) { try rows(text, options) }
    let message = error?.message ?? ""
    for piece in pieces {
        #expect(message.contains(piece), "\(message)", sourceLocation: sourceLocation)
    }
}
