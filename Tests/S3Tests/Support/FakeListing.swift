import ModelArtifacts

@testable import S3

/// What a bucket would answer that holds some keys, a page of random length at a time.
struct FakeListing {
    /// In order.
    let keys: [ByteString]
    let pageSize: Int

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let query = request.url.split(separator: "?", maxSplits: 1).last.map(Self.parse) ?? [:]
        let prefix = query["prefix"] ?? ""
        var after = query["start-after"] ?? ""
        var isDone = false
        if let token = query["continuation-token"] {
            after = ByteString(Array(token.bytes.dropFirst()))
            isDone = token.bytes.first == UInt8(ascii: "g")
        }
        var body = "<ListBucketResult><EncodingType>url</EncodingType><Prefix>\(URLEncoding.query(prefix))</Prefix>"
        var count = 0
        var last: (isGroup: Bool, key: ByteString)?
        var next: ByteString?
        for key in keys where key.hasPrefix(prefix) && key > after {
            if isDone, key.hasPrefix(after) { continue }
            var group: ByteString?
            if query["delimiter"] != nil, let slash = key.bytes[prefix.count...].firstIndex(of: UInt8(ascii: "/")) {
                group = ByteString(Array(key.bytes[...slash]))
            }
            if let group, let last, last.isGroup, last.key == group { continue }
            if count == pageSize {
                next = last.map { ($0.isGroup ? "g" : "k") + $0.key }
                break
            }
            count += 1
            if let group {
                last = (true, group)
                body += "<CommonPrefixes><Prefix>\(URLEncoding.query(group))</Prefix></CommonPrefixes>"
            } else {
                last = (false, key)
                body += "<Contents><Key>\(URLEncoding.query(key))</Key><Size>1</Size></Contents>"
            }
        }
        body += "<IsTruncated>\(next != nil)</IsTruncated>"
        if let next { body += "<NextContinuationToken>\(Self.escaped(next))</NextContinuationToken>" }
        return HTTPResponse(status: 200, body: Array((body + "</ListBucketResult>").utf8))
    }

    private static func escaped(_ text: ByteString) -> String {
        String(decoding: text.bytes, as: UTF8.self).map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : String($0) }
            .joined()
    }

    private static func parse(_ query: Substring) -> [String: ByteString] {
        var values: [String: ByteString] = [:]
        for item in query.split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            var value = Array((pair.count > 1 ? pair[1] : "").utf8)
            _ = PercentEncoding.decode(&value, plusIsSpace: false)
            values[String(pair[0])] = ByteString(value)
        }
        return values
    }
}
