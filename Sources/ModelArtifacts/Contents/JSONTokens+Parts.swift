/// What is inside of a token: strings, numbers, literals.
extension JSONTokens {
    /// Moves past the characters of a string that need no look at what surrounds them.
    mutating func skipPlain(_ bytes: ArraySlice<UInt8>, _ index: inout Int, _ isName: Bool) {
        let start = index
        while index < bytes.endIndex, case let byte = bytes[index], byte >= 0x20, byte < 0x80,
            byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
        { index += 1 }
        guard index > start else { return }
        firstHalf = nil
        let room = max(0, Self.longestText - textCount)
        text.append(contentsOf: bytes[start..<min(index, start + room)])
        textCount += index - start
    }

    /// Looks at the next byte of a token. It is used up unless the token ended before it.
    mutating func inside(_ byte: UInt8, at offset: Int64, _ index: inout Int) -> Token? {
        switch part {
        case .string(let isName):
            index += 1
            return inString(byte, at: offset, isName)
        case .escape(let isName):
            index += 1
            escape(byte, at: offset, isName)
        case .unicode(let isName, let digits):
            index += 1
            unicode(byte, at: offset, isName, digits)
        case .number:
            if JSONNumber.mayFollow(byte)
                || (dialect == .python && text == [UInt8(ascii: "-")] && byte == UInt8(ascii: "I"))
                || (dialect == .python && text.starts(with: "-I".utf8)
                    && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte))
            {
                index += 1
                keep(byte)
                return nil
            }
            guard JSONNumber.isWhole(text) || textCount > Self.longestText || text.elementsEqual("-Infinity".utf8)
            else {
                fail("a number is none", at: offset)
                return nil
            }
            return ended(.number)
        case .literal:
            index += 1
            keep(byte)
            if isLiteral(whole: true) { return ended(.literal) }
            if !isLiteral(whole: false) { fail("a value is missing", at: offset) }
        case .none: break
        }
        return nil
    }

    private mutating func inString(_ byte: UInt8, at offset: Int64, _ isName: Bool) -> Token? {
        if characterRest > 0 {
            guard characterNext.contains(byte) else {
                fail("it is not UTF-8", at: offset)
                return nil
            }
            characterRest -= 1
            characterNext = 0x80...0xBF
            keep(byte)
            return nil
        }
        guard firstHalf == nil || byte == UInt8(ascii: "\\") || dialect == .python else {
            fail("half of a surrogate pair stands alone", at: offset)
            return nil
        }
        switch byte {
        case UInt8(ascii: "\""):
            firstHalf = nil
            return ended(isName ? .name : .string)
        case UInt8(ascii: "\\"): part = .escape(isName: isName)
        case 0..<0x20: fail("a control character stands in a string", at: offset)
        default:
            guard let (rest, next) = Self.character(byte) else {
                fail("it is not UTF-8", at: offset)
                return nil
            }
            (characterRest, characterNext) = (rest, next)
            keep(byte)
        }
        return nil
    }

    /// How many bytes follow the first one of a character beyond ASCII, and what the next one has to be (RFC 3629, section 4).
    private static func character(_ byte: UInt8) -> (Int, ClosedRange<UInt8>)? {
        switch byte {
        case 0xC2...0xDF: (1, 0x80...0xBF)
        case 0xE0: (2, 0xA0...0xBF)
        case 0xED: (2, 0x80...0x9F)
        case 0xE1...0xEF: (2, 0x80...0xBF)
        case 0xF0: (3, 0x90...0xBF)
        case 0xF1...0xF3: (3, 0x80...0xBF)
        case 0xF4: (3, 0x80...0x8F)
        default: nil
        }
    }

    private mutating func escape(_ byte: UInt8, at offset: Int64, _ isName: Bool) {
        part = .string(isName: isName)
        if firstHalf != nil, byte != UInt8(ascii: "u"), dialect == .serde {
            return fail("half of a surrogate pair stands alone", at: offset)
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): keep(byte)
        case UInt8(ascii: "b"): keep(0x08)
        case UInt8(ascii: "f"): keep(0x0C)
        case UInt8(ascii: "n"): keep(0x0A)
        case UInt8(ascii: "r"): keep(0x0D)
        case UInt8(ascii: "t"): keep(0x09)
        case UInt8(ascii: "u"):
            codeUnit = 0
            part = .unicode(isName: isName, digits: 4)
        default: fail("an escape is unknown", at: offset)
        }
    }

    private mutating func unicode(_ byte: UInt8, at offset: Int64, _ isName: Bool, _ digits: Int) {
        guard let digit = PercentEncoding.hexadecimalDigit(byte) else {
            return fail("an escape has no four hexadecimal digits", at: offset)
        }
        codeUnit = codeUnit << 4 | UInt32(digit)
        guard digits == 1 else { return part = .unicode(isName: isName, digits: digits - 1) }
        part = .string(isName: isName)
        let (unit, half) = (codeUnit, firstHalf)
        firstHalf = nil
        var value = unit
        if let half {
            if unit & 0xFC00 == 0xDC00 {
                value = 0x10000 + (half & 0x3FF) << 10 + unit & 0x3FF
            } else if dialect == .serde {
                return fail("half of a surrogate pair stands alone", at: offset)
            }
        }
        if value & 0xFFFF_FC00 == 0xD800 { return firstHalf = value }
        guard let scalar = Unicode.Scalar(value) else {
            if dialect == .serde { fail("half of a surrogate pair stands alone", at: offset) }
            return
        }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { keep(byte) }
    }
}
