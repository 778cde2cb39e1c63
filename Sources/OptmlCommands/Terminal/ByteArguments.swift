import ModelArtifacts

/// Carries arguments that are not UTF-8 through the argument parser, which knows only strings.
///
/// A byte 0x80 to 0xFF that is not part of valid UTF-8 becomes the private-use scalar U+10FF00 plus the byte, and back. So
/// that nothing is ambiguous, the bytes of such a scalar that was there before are carried the same way. Control characters
/// are carried too, because the parser repeats words that it does not know: see ``safe(_:)``.
enum ByteArguments {
    private static let carriers: ClosedRange<UInt32> = 0x10FF00...0x10FFFF

    /// The string that stands for an argument.
    static func encode(_ argument: some Collection<UInt8>) -> String {
        var text = ""
        var decoder = UTF8DecoderPosition(argument.startIndex)
        while let piece = decoder.next(in: argument) {
            switch piece {
            case .scalar(let scalar) where carriers.contains(scalar.value):
                for byte in String(scalar).utf8 { text.unicodeScalars.append(carrier(of: byte)) }
            case .scalar(let scalar) where scalar.value < 0x20 || scalar.value == 0x7F:
                text.unicodeScalars.append(carrier(of: UInt8(truncatingIfNeeded: scalar.value)))
            case .scalar(let scalar): text.unicodeScalars.append(scalar)
            case .invalid(let byte): text.unicodeScalars.append(carrier(of: byte))
            }
        }
        return text
    }

    /// The bytes that a string stands for.
    static func decode(_ text: String) -> ByteString {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if carriers.contains(scalar.value) {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return ByteString(bytes)
    }

    /// A text of the argument parser, which may repeat arguments, made safe to show. Its own line feeds stay.
    static func safe(_ message: String) -> String {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { DisplayText.withoutCommands(safe(line: $0)) }.joined(separator: "\n")
    }

    private static func safe(line: Substring) -> String {
        var text = ""
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\\", ":", "#": text.unicodeScalars.append(scalar)
            default: text += DisplayText.escaped(decode(String(scalar)).bytes)
            }
        }
        return text
    }

    /// The arguments of this process after its name.
    static var ofProcess: [String] {
        let count = Int(CommandLine.argc)
        guard count > 1 else { return [] }
        return (1..<count).compactMap { index in
            guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
            var bytes: [UInt8] = []
            var position = unsafe argument
            while unsafe position.pointee != 0 {
                bytes.append(UInt8(bitPattern: unsafe position.pointee))
                unsafe position += 1
            }
            return encode(bytes)
        }
    }

    private static func carrier(of byte: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(0x10FF00 + UInt32(byte)) ?? "\u{FFFD}"
    }
}
