package import ModelArtifacts

/// Where the requests about a bucket go, and for what region they are signed.
package struct BucketAddress: Hashable, Sendable {
    let service: ServiceAddress
    /// The first component of the path, where the host does not say the bucket.
    let bucketInPath: ByteString?
    package let region: String

    /// The path of a request, encoded.
    func path(key: ByteString) -> String {
        let bucket = bucketInPath.map { "/" + URLEncoding.query($0) } ?? ""
        // Without a key, what names the bucket is the end, as botocore has it.
        return service.path + bucket + (key.isEmpty && bucketInPath != nil ? "" : "/" + URLEncoding.path(key))
    }

    /// The URL of a request without its query.
    package func url(key: ByteString) -> String { "\(service.scheme)://\(service.host)\(path(key: key))" }
}
