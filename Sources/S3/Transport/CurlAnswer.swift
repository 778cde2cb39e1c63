/// What has come of a request, as it came.
struct CurlAnswer: Sendable {
    let status: Int
    /// The lines of the head.
    let head: [UInt8]
    let body: [UInt8]
}
