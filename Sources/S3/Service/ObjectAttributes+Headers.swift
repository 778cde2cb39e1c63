import ModelArtifacts

extension ObjectAttributes {
    /// Reads the headers of an answer to `HeadObject`.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    ///
    /// - Throws: ``UnusableAnswer`` if they do not tell the size.
    init(_ response: HTTPResponse) throws(UnusableAnswer) {
        guard let text = response.header("content-length"), text.utf8.count <= 18,
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let size = Int64(text)
        else { throw UnusableAnswer("it does not tell the size") }
        self.init(size: size, etag: response.header("etag").map { ETag($0) })
        encryption = response.header("x-amz-server-side-encryption")
        if response.header("x-amz-server-side-encryption-customer-algorithm") != nil { encryption = "SSE-C" }
        for algorithm in ChecksumAlgorithm.allCases {
            checksums[algorithm] = response.header("x-amz-checksum-\(algorithm.rawValue.lowercased())")
        }
        if let type = response.header("x-amz-checksum-type") {
            checksumsAreComposite = type == "COMPOSITE"
        } else {
            takeChecksumsAsComposite()
        }
    }
}
