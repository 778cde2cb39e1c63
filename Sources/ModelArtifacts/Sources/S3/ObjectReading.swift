/// How the contents of objects in S3 are read.
package struct ObjectReading: Sendable {
    /// The most bytes that are read of the objects below a prefix, unless something else is said: 1 GiB.
    package static let ordinaryLimit: Int64 = 1 << 30

    /// Who reads.
    package let service: any BucketService
    /// The most bytes that are read of the objects below a prefix. An archive is read as a whole.
    package let limit: Int64

    package init(by service: any BucketService, limit: Int64 = ordinaryLimit) {
        self.service = service
        self.limit = limit
    }
}
