import ModelArtifacts

/// Writes keys in the forms of listings.
enum ListingForms {
    static func size(of key: ByteString) -> Int { 1 + key.count % 7 }

    static func keys(_ keys: [ByteString]) -> [UInt8] {
        keys.flatMap { $0.bytes + Array("\n".utf8) }
    }

    /// As the AWS CLI prints them, or in one line, in one page or several.
    static func json(_ keys: [ByteString], isPretty: Bool, pages: Int) -> [UInt8] {
        let (line, space) = isPretty ? ("\n", "        ") : ("", "")
        var text: [UInt8] = []
        let pageSize = max(1, (keys.count + pages - 1) / pages)
        for start in stride(from: 0, to: max(1, keys.count), by: pageSize) {
            text += "{\(line)\"Contents\": [\(line)".utf8
            for (index, key) in keys[start..<min(start + pageSize, keys.count)].enumerated() {
                if index > 0 { text += ",\(line)".utf8 }
                text += "\(space){\(line)\(space)\"Key\": \"".utf8
                for byte in key.bytes {
                    switch byte {
                    case 0: text += "\\u0000".utf8
                    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
                    default: text.append(byte)
                    }
                }
                let etag = "\\\"d41d8cd98f00b204e9800998ecf8427e\\\""
                text += "\",\(line)\(space)\"ETag\": \"\(etag)\",\(line)\(space)\"Size\": \(size(of: key))".utf8
                text += "\(line)\(space)}".utf8
            }
            text += "\(line)]\(line)}\n".utf8
        }
        return text
    }

    static func awsS3Ls(_ keys: [ByteString]) -> [UInt8] {
        keys.flatMap { key in
            let size = "\(size(of: key))"
            let padding = String(repeating: " ", count: 10 - size.count)
            return Array("2026-11-22 08:37:43 \(padding)\(size) ".utf8) + key.bytes + Array("\n".utf8)
        }
    }

    static func manifest(_ keys: [ByteString]) -> [UInt8] {
        Array("s3_uri,path,etag,size,part_size\n".utf8)
            + keys.flatMap { key in
                Array("\"s3://bucket/".utf8) + key.bytes + Array("\",,,\(size(of: key)),\n".utf8)
            }
    }
}
