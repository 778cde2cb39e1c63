/// Asks a bucket for the attributes of objects. Needs `s3:GetObject`.
package struct BucketAttributes: ObjectAttributesSource {
    /// The most parts of one object of which each is asked for: a second or so goes into each.
    private static let partLimit = 200

    private let bucket: ByteString
    private let service: any BucketService

    /// - Parameters:
    ///   - bucket: its name.
    ///   - service: who is asked.
    package init(bucket: ByteString, service: any BucketService) {
        self.bucket = bucket
        self.service = service
    }

    package var requestsInFlight: Int { service.requestsInFlight }

    package var etagEncryption: ETagEncryption? { ETagEncryption(bucket: bucket) }

    package func attributes(
        ofKey key: ByteString, _ question: AttributeQuestion
    ) async throws -> ObjectAttributes {
        var attributes: ObjectAttributes
        let wantsParts: Bool
        switch question {
        case .attributes(let checksums, let partSize):
            attributes = try await ask(key, checksums: checksums)
            wantsParts = partSize || (checksums && attributes.checksumsAreComposite)
        case .proof:
            attributes = try await ask(key, checksums: true)
            attributes.dropMalformedChecksums()
            wantsParts = attributes.checksums.isEmpty ? !attributes.hasOpaqueETag : attributes.checksumsAreComposite
        }
        guard wantsParts, attributes.etag?.partCount != nil || attributes.checksumsAreComposite else {
            return attributes
        }
        // Of one part, S3 tells the size of the part.
        let part = try await ask(key, part: 1)
        guard part.size <= attributes.size else {
            throw ArtifactError(
                .changedWhileRead, "\(S3URI(bucket: bucket, key: key)): was replaced while it was looked at; run again")
        }
        attributes.partSize = part.size
        if question != .attributes(checksums: true, partSize: false), let count = attributes.etag?.partCount {
            try await askForUnlikeParts(key, count: count, first: part.size, &attributes)
        }
        return attributes
    }

    /// Asks for the sizes of the other parts, where the first and the last tell that not all but the last are like the first.
    ///
    /// Copies in parts (`UploadPartCopy`), and programs that append, upload parts of unlike sizes.
    private func askForUnlikeParts(
        _ key: ByteString, count: Int, first: Int64, _ attributes: inout ObjectAttributes
    ) async throws {
        guard count > 1 else { return }
        if first > 0, PartPlan.multipart(size: attributes.size, partSize: first).pieceCount == count {
            // Two parts are as the first says.
            guard count > 2 else { return }
            let last = try await ask(key, part: count).size
            if last == attributes.size - first * Int64(count - 1) { return }
        }
        attributes.partsAreUnlike = true
        attributes.partSize = nil
        guard count <= Self.partLimit else { return }
        var sizes = [first]
        var rest = attributes.size - first
        for number in 2...count where rest >= 0 {
            let size = try await ask(key, part: number).size
            rest = size <= rest ? rest - size : -1
            sizes.append(size)
        }
        guard rest == 0 else {
            throw ArtifactError(
                .changedWhileRead, "\(S3URI(bucket: bucket, key: key)): was replaced while it was looked at; run again")
        }
        attributes.partSizes = sizes
    }

    private func ask(
        _ key: ByteString, checksums: Bool = false, part: Int? = nil
    ) async throws -> ObjectAttributes {
        var attributes = try await service.head(
            S3URI(bucket: bucket, key: key), checksums: checksums, partNumber: part)
        attributes.isInDirectoryBucket = etagEncryption == .directoryBucket
        return attributes
    }
}

extension ObjectAttributes {
    /// Reads an answer of `aws s3api head-object`.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` for anything else.
    init(answer: [UInt8], name: ByteString) throws(ArtifactError) {
        var reader = JSONReader(InputBuffer(answer, name: name))
        var attributes = ObjectAttributes(size: 0)
        var (hasSize, hasChecksumType) = (false, false)
        guard try reader.nextDocument() else { throw reader.error("aws printed nothing, which is no answer") }
        try reader.beginObject()
        while try reader.nextMember() {
            let member = reader.text
            guard try !reader.readNull() else { continue }
            switch member {
            case "ContentLength":
                try reader.readNumber()
                guard let size = reader.integer, size >= 0 else { throw reader.error("not a size in bytes") }
                attributes.size = size
                hasSize = true
            case "ETag": attributes.etag = ETag(try Self.text(&reader))
            case "ServerSideEncryption": attributes.encryption = try Self.text(&reader)
            case "SSECustomerAlgorithm":
                _ = try Self.text(&reader)
                attributes.encryption = "SSE-C"
            case "ChecksumType":
                hasChecksumType = true
                attributes.checksumsAreComposite = try Self.text(&reader) == "COMPOSITE"
            default:
                let algorithm = ChecksumAlgorithm.allCases.first { member == ByteString("Checksum" + $0.rawValue) }
                if let algorithm { attributes.checksums[algorithm] = try Self.text(&reader) }
            }
        }
        try reader.requireEnd()
        guard hasSize else { throw reader.error("an answer without a \"ContentLength\"") }
        if !hasChecksumType { attributes.takeChecksumsAsComposite() }
        self = attributes
    }

    /// Of an object in parts, the checksums of which no type is told are of the parts' checksums: before S3 told the type, there
    /// were no others. Some stores leave the number of parts out as well.
    package mutating func takeChecksumsAsComposite() {
        guard let partCount = etag?.partCount else { return }
        for (algorithm, value) in checksums where algorithm != .crc64nvme {
            checksumsAreComposite = true
            if !value.contains("-") { checksums[algorithm] = "\(value)-\(partCount)" }
        }
    }

    private static func text(_ reader: inout JSONReader) throws(ArtifactError) -> String {
        try reader.readString()
        return String(decoding: reader.text.bytes, as: UTF8.self)
    }
}
