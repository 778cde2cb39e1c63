package import ModelArtifacts

/// A request without what a form has no field for, and the findings that say what was left out.
package struct TargetReduction {
    /// What is left.
    package private(set) var request: JSONValue
    /// One for each member that was left out.
    package private(set) var findings: [Finding] = []
    private let format: RequestFormat

    package init(_ request: JSONValue, for format: RequestFormat, of operation: Operation = .createModel) {
        self.request = request
        self.format = format
        guard let target = format.target(of: operation) else { return }
        self.request = reduced(request, to: .structure(target), RequestValue(JSONNode(.null)), holder: "")
    }

    private mutating func reduced(
        _ value: JSONValue, to shape: Shape, _ path: RequestValue, holder: String
    ) -> JSONValue {
        if CloudFormationReference(value) != nil || value[RequestReference.terraformName] != nil { return value }
        switch (shape, value) {
        case (.structure(let structure), .object(let members)):
            return .object(
                members.compactMap { member in
                    let place = RequestValue(JSONNode(.null), path: path.memberPath(ByteString(member.name)))
                    guard let known = structure.member(ByteString(member.name)) else {
                        leaveOut(member.name, of: structure, at: place)
                        return nil
                    }
                    return JSONValue.Member(
                        member.name, reduced(member.value, to: known.shape, place, holder: structure.name))
                })
        case (.list(let element, _), .array(let elements)):
            return .array(
                elements.enumerated().map { index, value in
                    reduced(
                        value, to: element, RequestValue(JSONNode(.null), path: "\(path.path)[\(index)]"),
                        holder: holder)
                })
        case (.map, .object(let members)):
            for member in members {
                let place = RequestValue(JSONNode(.null), path: path.memberPath(ByteString(member.name)))
                check(text: member.name, at: place)
                check(text: member.value.text ?? "", at: place)
            }
            return value
        default:
            check(text: value.text ?? "", at: path)
            return value
        }
    }

    /// Looks for text that would not arrive as it is.
    private mutating func check(text: String, at place: RequestValue) {
        switch format {
        case .cloudFormation where DynamicReference.isIn(ByteString(text)),
            .yaml where DynamicReference.isIn(ByteString(text)):
            let name = DynamicReference.beginning
            findings.append(
                Finding(TargetResolvesReference.rule, "it holds '\(name)'", at: place.location))
        case .terraform where !ComposedText.isComposed(text):
            findings.append(
                Finding(
                    TargetChangesText.rule, "it is not in the composed form (NFC), into which Terraform brings it",
                    at: place.location))
        default: return
        }
    }

    private mutating func leaveOut(_ name: String, of structure: Structure, at place: RequestValue) {
        let isRecord =
            structure.name == "S3ModelDataSource" && ["ETag", "ManifestS3Uri", "ManifestEtag"].contains(name)
        let rule = isRecord ? TargetLacksRecord.rule : TargetLacksData.rule
        findings.append(
            Finding(
                rule, "\(format.name) has no field for \(DisplayText.escaped(name)), so it is left out",
                at: place.location))
    }
}
