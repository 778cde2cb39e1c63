/// The tokens of JSON: white space, strings, numbers and the three literal names.
extension JSONReader {
    /// Moves past white space and returns the byte that follows, which stays; nil at the end of the input.
    ///
    /// - Parameter keepingText: whether the text in the window is still needed.
    mutating func nextSignificantByte(keepingText: Bool) throws(ArtifactError) -> UInt8? {
        while true {
            while input.position < input.end {
                let byte = input.bytes[input.position]
                if byte > UInt8(ascii: " ") { return byte }
                switch byte {
                case UInt8(ascii: "\n"):
                    input.position += 1
                    input.beginLine()
                    skipIndentation()
                case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): input.position += 1
                default: return byte
                }
            }
            if !keepingText { input.mark = input.position }
            guard try input.refill() else { return nil }
        }
    }

    /// Skips spaces eight at a time: pretty-printed JSON is a third indentation.
    private mutating func skipIndentation() {
        let (start, end) = (input.position, input.end)
        input.position = unsafe input.bytes.withUnsafeBytes { window in
            var index = start
            while index + 8 <= end {
                let word = unsafe UInt64(littleEndian: window.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let others = word ^ 0x2020_2020_2020_2020
                if others != 0 { return index + others.trailingZeroBitCount / 8 }
                index += 8
            }
            return index
        }
    }

    /// Reads the string that begins at the position, checks it and makes it the text.
    mutating func readStringToken() throws(ArtifactError) {
        input.mark = input.position
        input.position += 1
        textIsDecoded = false
        var runStart = 1
        while true {
            skipPlainText()
            guard input.position < input.end else {
                guard try input.refill() else { throw input.error(at: input.mark, "unterminated string") }
                continue
            }
            switch input.bytes[input.position] {
            case UInt8(ascii: "\""):
                if textIsDecoded {
                    input.copy(input.mark + runStart..<input.position, to: &decoded)
                    textCount = decoded.count
                } else {
                    textStart = 1
                    textCount = input.position - input.mark - 1
                }
                input.position += 1
                return
            case UInt8(ascii: "\\"):
                if !textIsDecoded {
                    textIsDecoded = true
                    decoded.removeAll(keepingCapacity: true)
                }
                input.copy(input.mark + runStart..<input.position, to: &decoded)
                try decodeEscape()
                runStart = input.position - input.mark
            case 0x80...: try skipScalar()
            default: throw error("a control character in a string has to be escaped")
            }
        }
    }

    /// Moves to the next byte that ends a string, begins an escape, is a control character or is not ASCII.
    private mutating func skipPlainText() {
        let (start, end) = (input.position, input.end)
        input.position = unsafe input.bytes.withUnsafeBytes { window in
            unsafe ByteScan.endOfPlainText(in: UnsafeRawBufferPointer(rebasing: window[..<end]), from: start)
        }
    }

    /// Moves past one scalar that is not ASCII, by the table of well-formed sequences of RFC 3629, section 4.
    private mutating func skipScalar() throws(ArtifactError) {
        let first = input.bytes[input.position]
        let (count, second): (Int, ClosedRange<UInt8>) =
            switch first {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0...0)
            }
        try input.require(count)
        guard count > 0, input.end - input.position >= count, second.contains(input.bytes[input.position + 1]),
            input.bytes[input.position + 2..<input.position + max(count, 2)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { throw error("invalid UTF-8 in a string") }
        input.position += count
    }

    private mutating func decodeEscape() throws(ArtifactError) {
        try input.require(2)
        guard input.end - input.position >= 2 else { throw input.error(at: input.mark, "unterminated string") }
        let byte: UInt8
        switch input.bytes[input.position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = input.bytes[input.position + 1]
        case UInt8(ascii: "b"): byte = 0x08
        case UInt8(ascii: "f"): byte = 0x0C
        case UInt8(ascii: "n"): byte = 0x0A
        case UInt8(ascii: "r"): byte = 0x0D
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "u"): return try decodeUnicodeEscape()
        case let other: throw error("unknown escape '\\' and \(Self.shown(other)) in a string")
        }
        decoded.append(byte)
        input.position += 2
    }

    private mutating func decodeUnicodeEscape() throws(ArtifactError) {
        try input.require(12)
        guard var value = codeUnit(at: input.position) else {
            throw error("expected four hexadecimal digits after '\\u'")
        }
        var length = 6
        if value & 0xFC00 == 0xD800, let low = codeUnit(at: input.position + 6), low & 0xFC00 == 0xDC00 {
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            length = 12
        }
        guard let scalar = Unicode.Scalar(value) else { throw error("half of a surrogate pair in a string") }
        decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        input.position += length
    }

    /// The number that an escape (`\u` and four digits) at an index of the window stands for.
    private func codeUnit(at index: Int) -> UInt32? {
        guard input.end - index >= 6, input.bytes[index] == UInt8(ascii: "\\"),
            input.bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var value: UInt32 = 0
        for byte in input.bytes[index + 2..<index + 6] {
            guard let digit = PercentEncoding.hexadecimalDigit(byte) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Reads the number that begins at the position, makes it the text and sets ``integer``.
    mutating func readNumberToken() throws(ArtifactError) {
        input.mark = input.position
        let isNegative = input.bytes[input.position] == UInt8(ascii: "-")
        if isNegative { input.position += 1 }
        let digits = input.position - input.mark
        var value: Int64? = 0
        while let byte = try input.peek(), case let digit = byte &- UInt8(ascii: "0"), digit < 10 {
            value = Self.appending(digit, to: value, isNegative: isNegative)
            input.position += 1
        }
        let count = input.position - input.mark - digits
        guard count > 0 else { throw error("expected a digit in a number") }
        guard count == 1 || input.bytes[input.mark + digits] != UInt8(ascii: "0") else {
            throw input.error(at: input.mark, "a number must not begin with a superfluous 0")
        }
        if try input.peek() == UInt8(ascii: ".") {
            value = nil
            input.position += 1
            try skipDigits()
        }
        if let byte = try input.peek(), byte | 0x20 == UInt8(ascii: "e") {
            value = nil
            input.position += 1
            if let sign = try input.peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                input.position += 1
            }
            try skipDigits()
        }
        try requireDelimiter()
        integer = value
        textIsDecoded = false
        textStart = 0
        textCount = input.position - input.mark
    }

    private static func appending(_ digit: UInt8, to value: Int64?, isNegative: Bool) -> Int64? {
        guard let value else { return nil }
        let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
        let digit = isNegative ? -Int64(digit) : Int64(digit)
        let (sum, overflowsToo) = tenfold.addingReportingOverflow(digit)
        return overflows || overflowsToo ? nil : sum
    }

    private mutating func skipDigits() throws(ArtifactError) {
        let start = input.textPosition(at: input.position).offset
        while let byte = try input.peek(), byte &- UInt8(ascii: "0") < 10 { input.position += 1 }
        guard input.textPosition(at: input.position).offset > start else { throw error("expected a digit in a number") }
    }

    /// Reads `true`, `false` or `null`.
    mutating func readLiteral(_ literal: StaticString) throws(ArtifactError) {
        let count = literal.utf8CodeUnitCount
        input.mark = input.position
        try input.require(count)
        for index in 0..<count {
            guard input.position + index < input.end,
                unsafe input.bytes[input.position + index] == literal.utf8Start[index]
            else { throw error("expected a JSON value; did you mean \(literal)?") }
        }
        input.position += count
        try requireDelimiter()
    }

    private mutating func requireDelimiter() throws(ArtifactError) {
        guard let byte = try input.peek() else { return }
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: " "), UInt8(ascii: "\n"),
            UInt8(ascii: "\r"), UInt8(ascii: "\t"):
            return
        default: throw error("unexpected \(Self.shown(byte)) after a JSON value")
        }
    }
}
