/// A bucket name that rows repeat, so that it is allocated only when it changes.
struct RepeatedName {
    private(set) var value: ByteString?

    /// The name with these bytes.
    mutating func name(_ bytes: Span<UInt8>) -> ByteString {
        if let value, value.count == bytes.count {
            let known = value.bytes.span
            var index = 0
            while index < bytes.count, known[index] == bytes[index] { index += 1 }
            if index == bytes.count { return value }
        }
        let name = ByteString(bytes)
        value = name
        return name
    }
}
