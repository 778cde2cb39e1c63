import ModelArtifacts

/// What is known of the results of the expressions of Step Functions: the words that a text is put together with.
enum StepFunctionsExpression {
    private static let quote = UInt8(ascii: "'")

    /// The expression in a string of JSONata, `{% … %}`; nil if it holds none.
    static func jsonata(in text: ByteString) -> ArraySlice<UInt8>? {
        guard text.count >= 4, text.hasPrefix("{%"), text.hasSuffix("%}") else { return nil }
        return text.bytes.dropFirst(2).dropLast(2)
    }

    /// What a path or a function of JSONPath gives: of `States.Format('s3://{}/llm', $.bucket)` the beginning and the end.
    ///
    /// Source: https://states-language.net/#intrinsic-functions
    static func content(ofPath text: ByteString) -> JSONNode.Content {
        let start: ByteString = "States.Format('"
        guard text.hasPrefix(start), text.hasSuffix(")") else { return .unknown(.nothing) }
        var known = KnownText([])
        var piece: [UInt8] = []
        var rest = text.bytes[start.count...]
        while let byte = rest.popFirst(), byte != quote {
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
                piece.append(escaped)
            } else if byte == UInt8(ascii: "{"), rest.first == UInt8(ascii: "}") {
                rest = rest.dropFirst()
                known.append(ByteString(piece))
                known.append(nil as ByteString?)
                piece = []
            } else {
                piece.append(byte)
            }
        }
        known.append(ByteString(piece))
        return known.content
    }

    /// What an expression of JSONata gives: of `'s3://' & $bucket & '/llm'` the beginning and the end.
    ///
    /// Source: https://docs.jsonata.org/string-functions and https://docs.jsonata.org/other-operators
    static func content(ofJSONata expression: ArraySlice<UInt8>) -> JSONNode.Content {
        var known = KnownText([])
        var rest = expression
        while true {
            guard let operand = operand(&rest) else { return .unknown(.nothing) }
            known.append(operand)
            guard let next = rest.first else { break }
            guard next == UInt8(ascii: "&") else { return .unknown(.nothing) }
            rest = rest.dropFirst()
        }
        return known.content
    }

    /// One operand of `&`: a string between quotes, or a path or a call whose value is not known. Nil for what is neither, a
    /// choice for example.
    private static func operand(_ rest: inout ArraySlice<UInt8>) -> KnownText? {
        skipBlanks(&rest)
        guard let first = rest.first else { return nil }
        if first == quote || first == UInt8(ascii: "\"") {
            let text = rest.dropFirst().prefix { $0 != first }
            guard !text.contains(UInt8(ascii: "\\")), text.endIndex < rest.endIndex else { return nil }
            rest = rest[(text.endIndex + 1)...]
            skipBlanks(&rest)
            return KnownText([ByteString(Array(text))])
        }
        var depth = 0
        var isEmpty = true
        while let byte = rest.first {
            if depth == 0, byte == UInt8(ascii: "&") { break }
            if "([".utf8.contains(byte) { depth += 1 }
            if ")]".utf8.contains(byte) { depth -= 1 }
            let isPlain =
                ASCII.isAlphanumeric(byte) || byte >= 0x80 || "$._'\"`,()[] \t".utf8.contains(byte) || depth > 0
            guard isPlain, depth >= 0 else { return nil }
            isEmpty = false
            rest = rest.dropFirst()
        }
        return isEmpty ? nil : .nothing
    }

    private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop { " \t\r\n".utf8.contains($0) }
    }
}
