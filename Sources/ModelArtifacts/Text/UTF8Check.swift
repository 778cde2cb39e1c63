/// Tells whether bytes are UTF-8, without making a text of them.
package enum UTF8Check {
    /// Whether the bytes are well-formed.
    package static func isValid(_ bytes: Span<UInt8>) -> Bool {
        #if canImport(Darwin)
            guard #available(macOS 26, *) else {
                return unsafe bytes.withUnsafeBufferPointer { unsafe String(validating: $0, as: UTF8.self) != nil }
            }
        #endif
        do {
            _ = try UTF8Span(validating: bytes)
            return true
        } catch {
            return false
        }
    }
}
