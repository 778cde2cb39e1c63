import ModelArtifacts

/// The patterns of names.
extension TextPattern {
    /// The name of a model.
    static let modelName = TextPattern(
        #"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?"#,
        "letters, digits and hyphens, no hyphen at either end", suggestion: hyphenated
    ) { text in isHyphenated(text.bytes) }

    /// The name of a container in a pipeline, or of an inference specification.
    static let hostname = TextPattern(
        #"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"#,
        "letters, digits and hyphens, no hyphen at either end", suggestion: hyphenated
    ) { text in isHyphenated(text.bytes) && text.bytes.count(where: ASCII.isAlphanumeric) <= 63 }

    /// The name of a channel.
    static let channelName = TextPattern(
        #"[A-Za-z0-9\.\-_]+"#, "letters, digits, dots, hyphens and underscores",
        suggestion: { text in
            let isName = text.bytes.allSatisfy { isChannelByte($0) || " /+:".utf8.contains($0) }
            return isName ? replacing(text, with: UInt8(ascii: "-"), unless: isChannelByte) : nil
        },
        matches: { text in !text.isEmpty && text.bytes.allSatisfy(isChannelByte) })

    /// The name of an environment variable.
    static let environmentName = TextPattern(
        #"[a-zA-Z_][a-zA-Z0-9_]*"#, "letters, digits and underscores, no digit at its beginning",
        suggestion: { text in
            guard text.bytes.allSatisfy({ ASCII.isAlphanumeric($0) || "_-. ".utf8.contains($0) }) else { return nil }
            let name = replacing(text, with: UInt8(ascii: "_")) { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
            return name.map { ASCII.isDigit($0.bytes[0]) ? "_" + $0 : $0 }
        },
        matches: { text in
            guard let first = text.bytes.first, !ASCII.isDigit(first) else { return false }
            return text.bytes.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
        })

    /// The id of a security group or a subnet.
    static let vpcID = TextPattern(#"[-0-9a-zA-Z]+"#, "letters, digits and hyphens") { text in
        !text.isEmpty && text.bytes.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    /// The key or the value of a tag.
    static let tag = TextPattern(
        #"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"#, "letters, digits, spaces and _.:/=+-@"
    ) { text in
        String(decoding: text.bytes, as: UTF8.self).unicodeScalars.allSatisfy(isTagScalar)
    }

    /// The type of an instance. The service model has a list of them, which grows, and in which all are of this form.
    static let instanceType = TextPattern(
        #"ml\.[a-z0-9-]+\.[a-z0-9-]+"#, "a type of SageMaker's own, as ml.m5.large",
        suggestion: { text in
            let lower = ByteString(text.bytes.map { ASCII.isLetter($0) ? $0 | 0x20 : $0 })
            return [lower, "ml." + lower].first(where: isInstanceType)
        },
        matches: isInstanceType)

    private static func isInstanceType(_ text: ByteString) -> Bool {
        let parts = text.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("ml".utf8) else { return false }
        return parts.dropFirst().allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { ASCII.isDigit($0) || ASCII.isLowerCase($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isHyphenated(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, ASCII.isAlphanumeric(first), ASCII.isAlphanumeric(last)
        else { return false }
        return bytes.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    /// The text with hyphens for what cannot stand in a name.
    private static func hyphenated(_ text: ByteString) -> ByteString? {
        // Where anything but these stands between the letters, the text is no name that was misspelled.
        guard text.bytes.allSatisfy({ ASCII.isAlphanumeric($0) || "-_. ".utf8.contains($0) }),
            let name = replacing(text, with: UInt8(ascii: "-"), unless: ASCII.isAlphanumeric)
        else { return nil }
        let trimmed = name.bytes.drop { $0 == UInt8(ascii: "-") }.reversed().drop { $0 == UInt8(ascii: "-") }.reversed()
        return trimmed.isEmpty ? nil : ByteString(Array(trimmed))
    }

    private static func replacing(
        _ text: ByteString, with byte: UInt8, unless isAllowed: (UInt8) -> Bool
    ) -> ByteString? {
        // Of a name in another script nothing would be left.
        guard !text.isEmpty, text.bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        return ByteString(text.bytes.map { isAllowed($0) ? $0 : byte })
    }

    private static func isChannelByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
    }

    private static func isTagScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII, "_.:/=+-@".unicodeScalars.contains(scalar) { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .spaceSeparator, .lineSeparator, .paragraphSeparator,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
