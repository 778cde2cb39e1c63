/// Classes of ASCII characters, as the patterns of the service model name them.
enum ASCII {
    /// `[0-9]`
    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
    /// `[a-z]`
    static func isLowerCase(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
    /// `[a-zA-Z]`
    static func isLetter(_ byte: UInt8) -> Bool { isLowerCase(byte | 0x20) }
    /// `[a-zA-Z0-9]`
    static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
    /// `[0-9a-fA-F]`
    static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
}
