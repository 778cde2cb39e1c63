/// An answer of HTTP, whole.
package struct HTTPResponse: Sendable {
    /// The number on the first line.
    package let status: Int
    /// Values by names in lower case; of several of one name the last.
    package let headers: [String: String]
    /// Everything that came.
    package let body: [UInt8]

    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Takes the head apart, whose lines need not be ASCII.
    init(status: Int, head: [UInt8], body: [UInt8]) {
        var headers: [String: String] = [:]
        for line in head.split(separator: UInt8(ascii: "\n")) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let isSpace: (UInt8) -> Bool = {
                $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
            }
            var value = line[(colon + 1)...].drop(while: isSpace)
            while let last = value.last, isSpace(last) { value.removeLast() }
            headers[String(decoding: line[..<colon], as: UTF8.self).lowercased()] = String(
                decoding: value, as: UTF8.self)
        }
        self.init(status: status, headers: headers, body: body)
    }

    /// The value of a header, by its name in lower case; nil for an empty one.
    package func header(_ name: String) -> String? { headers[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether it did what was asked.
    package var isSuccess: Bool { (200..<300).contains(status) }
}
