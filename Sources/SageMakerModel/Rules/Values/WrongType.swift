import ModelArtifacts

/// Finds a value of another type than the API takes.
enum WrongType {
    static let rule = Rule(
        "request-wrong-type", .error, "a value is of another type than the member takes",
        explanation: """
            A number or a truth value where the API takes a string, a string where it takes an object: boto3 and the AWS CLI \
            refuse such a request before it is sent, other clients when it arrives. `null` is no value of any member; what \
            is not given is left out. In CloudFormation, which converts numbers, truth values and strings into one another, \
            those are let through where what they become is right.
            """,
        remedy: "write a value of the type that the member takes",
        example: Rule.Example(bad: #"{"EnableNetworkIsolation": "true"}"#, good: #"{"EnableNetworkIsolation": true}"#),
        source: RequestSource.createModel)

    /// Reports a value of the wrong type.
    ///
    /// - Returns: whether the value is of the right type, so that it can be looked at further.
    static func check(_ value: RequestValue, is shape: Shape, _ context: RequestContext) -> Bool {
        let isConverted = context.kind == .cloudFormation
        switch (shape, value.node.content) {
        case (.structure, .object), (.map, .object), (.list, .array), (.text, .string), (.boolean, .boolean):
            return true
        case (.text, .unknown), (.any, _): return true
        case (.number(let isWhole, _), .number(let digits)): if !isWhole || isWholeNumber(digits) { return true }
        case (.number(let isWhole, _), .string(let text)):
            if isConverted, let number = text.string.flatMap({ Double($0) }), !isWhole || number == number.rounded() {
                return true
            }
        case (.text, .number), (.text, .boolean): if isConverted { return true }
        case (.number, .unknown(let text)): if isConverted, mayBecomeNumber(text) { return true }
        case (.boolean, .unknown(let text)):
            if isConverted, ["true", "false"].contains(where: text.mayBecome) { return true }
        case (.boolean, .string(let text)): if isConverted, text == "true" || text == "false" { return true }
        default: break
        }
        // Another program makes something else of it.
        if value.node.tag != nil { return false }
        context.report(
            rule, "\(ValueText.shown(value)) where \(shape.typeName) is expected", at: value,
            help: help(value, shape))
        return false
    }

    private static func isWholeNumber(_ digits: ByteString) -> Bool {
        YAMLNumber.value(of: digits).map { $0 == $0.rounded() } ?? true
    }

    /// Whether what is known of a text may be part of a number.
    private static func mayBecomeNumber(_ text: KnownText) -> Bool {
        text.known.allSatisfy { $0.bytes.allSatisfy { ASCII.isDigit($0) || "+-.eE".utf8.contains($0) } }
    }

    private static func help(_ value: RequestValue, _ shape: Shape) -> String? {
        switch (shape, value.node.content) {
        case (_, .null):
            value.omission.map { "\($0.rawValue); the API knows no null" }
                ?? "write \(shape.typeName); the API knows no null, and the member is required"
        case (.text, .number) where value.isSecret, (.text, .boolean) where value.isSecret,
            (.text, .date) where value.isSecret:
            "write it in quotes"
        case (.text, .number(let digits)): "write \"\(digits)\", in quotes"
        case (.text, .date(let text)): "write \"\(text)\", in quotes"
        case (.text, .boolean(let value)): "write \"\(value)\", in quotes"
        case (.boolean, .string(let text)) where ["true", "false"].contains(text.folded):
            "write \(text.folded), without quotes"
        case (.list, .string), (.list, .object): "write an array, in brackets, even for one element"
        case (.map, .array): "write an object of names and values: {\"NAME\": \"value\"}"
        default: nil
        }
    }
}
