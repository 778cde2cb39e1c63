import ModelArtifacts

/// A function of CloudFormation in a request: an object with `Ref`, or one name that begins with `Fn::`.
struct CloudFormationReference {
    private static let attribute = "Fn::GetAtt"

    let name: String
    let argument: JSONValue

    init?(_ value: JSONValue) {
        guard let members = value.members, members.count == 1, let call = members.first,
            call.name == "Ref" || call.name.hasPrefix("Fn::")
        else { return nil }
        name = call.name
        // In JSON, the resource and its attribute are two strings; in YAML a dot may join them.
        if call.name == Self.attribute, case .string(let text) = call.value {
            argument = .array(text.split(separator: ".", maxSplits: 1).map { .string(String($0)) })
        } else {
            argument = call.value
        }
    }

    /// The function as JSON has it.
    var value: JSONValue { .object([.init(name, argument)]) }

    /// The function as YAML on one line, `!GetAtt Role.Arn`.
    var shortForm: String {
        let short = "!" + (name == "Ref" ? name : String(name.dropFirst("Fn::".count)))
        if name == Self.attribute, let names = argument.elements?.compactMap(\.text), names.count == 2 {
            return "\(short) \(YAMLText.word(names.joined(separator: ".")))"
        }
        if case .string(let text) = argument { return "\(short) \(YAMLText.word(text))" }
        // Flow style of JSON is YAML too.
        return "\(short) \(argument.compactJSON)"
    }
}
