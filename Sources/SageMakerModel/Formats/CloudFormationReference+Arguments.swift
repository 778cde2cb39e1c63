import ModelArtifacts

/// What the functions of CloudFormation take.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
extension CloudFormationReference {
    /// What is wrong with the function or its argument; nil if nothing is. Functions in the argument are looked at too.
    var problem: String? {
        if let problem = ownProblem { return problem }
        return Self.problem(in: argument)
    }

    private static func problem(in value: JSONValue) -> String? {
        if let inner = CloudFormationReference(value) { return inner.problem }
        let parts = value.elements ?? value.members?.map(\.value) ?? []
        for part in parts {
            if let problem = problem(in: part) { return problem }
        }
        return nil
    }

    private var ownProblem: String? {
        let parts = argument.elements ?? []
        switch name {
        case "Ref":
            return isText(argument, Self.isLogicalName) ? nil : "Ref takes the name of a parameter or a resource"
        case "Fn::GetAtt":
            let isRight =
                parts.count == 2 && isText(parts[0], Self.isLogicalName)
                && (isText(parts[1]) { !$0.isEmpty } || CloudFormationReference(parts[1]) != nil)
            return isRight ? nil : "GetAtt takes a resource and an attribute, as Role.Arn"
        case "Fn::Sub":
            let isRight =
                isText(argument) { !$0.isEmpty }
                || (parts.count == 2 && isText(parts[0]) { !$0.isEmpty } && parts[1].members != nil)
            return isRight ? nil : "Sub takes a text, or a text and an object with its values"
        case "Fn::Join":
            let isRight = parts.count == 2 && isText(parts[0]) { _ in true } && isListOrFunction(parts[1])
            return isRight ? nil : "Join takes a separator and a list"
        case "Fn::Select":
            return parts.count == 2 && isListOrFunction(parts[1]) ? nil : "Select takes an index and a list"
        case "Fn::Split":
            return parts.count == 2 && isText(parts[0]) { !$0.isEmpty } ? nil : "Split takes a separator and a text"
        case "Fn::If":
            return parts.count == 3 && isText(parts[0]) { !$0.isEmpty } ? nil : "If takes a condition and two values"
        case "Fn::FindInMap":
            return parts.count == 3 || parts.count == 4 ? nil : "FindInMap takes a mapping and two keys"
        case "Fn::ImportValue", "Fn::Base64":
            let isRight = isText(argument) { !$0.isEmpty } || CloudFormationReference(argument) != nil
            return isRight ? nil : "\(name.dropFirst(4)) takes a text"
        default:
            let isKnown = YAMLTag.functions.contains(ByteString(String(name.dropFirst("Fn::".count))))
            return isKnown ? nil : "'\(DisplayText.escaped(name))' is no function of CloudFormation"
        }
    }

    private func isText(_ value: JSONValue, _ isRight: (String) -> Bool) -> Bool { value.text.map(isRight) ?? false }

    private func isListOrFunction(_ value: JSONValue) -> Bool {
        value.elements != nil || CloudFormationReference(value) != nil
    }

    /// `Role`, `AWS::Region`
    private static func isLogicalName(_ name: String) -> Bool {
        let word = name.hasPrefix("AWS::") ? name.dropFirst("AWS::".count) : name[...]
        return !word.isEmpty && word.utf8.allSatisfy(ASCII.isAlphanumeric)
    }
}
