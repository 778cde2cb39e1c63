/// Tells whether bytes are UTF-8, without making a text of them.
package enum UTF8Check {
    /// Whether the bytes are well-formed.
    package static func isValid(_ bytes: Span<UInt8>) -> Bool {
        if #available(macOS 26, *) {
            do {
                _ = try UTF8Span(validating: bytes)
                return true
            } catch {
                return false
            }
        }
        return unsafe bytes.withUnsafeBufferPointer { unsafe String(validating: $0, as: UTF8.self) != nil }
    }
}
