import ModelArtifacts

/// HMAC-SHA-256 (RFC 2104).
enum MessageCode {
    private static let blockSize = 64

    static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        let key = key.count > blockSize ? digest(of: key) : key
        let padded = key + [UInt8](repeating: 0, count: blockSize - key.count)
        return digest(of: padded.map { $0 ^ 0x5C } + digest(of: padded.map { $0 ^ 0x36 } + message))
    }

    static func digest(of bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        unsafe bytes.withUnsafeBytes { unsafe hash.update($0) }
        return hash.finish()
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
