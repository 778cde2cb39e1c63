/// A request as libcurl takes it, made ready by whoever sends it, so that the one thread of the loop has the less to do.
struct CurlRequest: Sendable {
    let request: HTTPRequest
    /// The lines of the head, each with a NUL behind it.
    let head: [UInt8]

    /// - Throws: ``TransportError`` if a header or the URL holds what no line can.
    init(_ request: HTTPRequest) throws(TransportError) {
        var head: [UInt8] = []
        head.reserveCapacity(1024)
        var isPossible = Self.isPossible(request.url)
        for (name, value) in request.headers {
            isPossible = isPossible && Self.isPossible(name) && Self.isPossible(value)
            head.append(contentsOf: name.utf8)
            head.append(UInt8(ascii: ":"))
            head.append(UInt8(ascii: " "))
            head.append(contentsOf: value.utf8)
            head.append(0)
        }
        // What comes from the environment or from an answer must not become a header of its own.
        guard isPossible else {
            throw TransportError(.unsendable, "a header or the URL would hold the end of a line")
        }
        self.request = request
        self.head = head
    }

    private static func isPossible(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
}
