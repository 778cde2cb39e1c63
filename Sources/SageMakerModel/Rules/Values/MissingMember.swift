import ModelArtifacts

/// Finds an object that lacks a member.
enum MissingMember {
    static let rule = Rule(
        "request-missing-member", .error, "a required member is missing",
        explanation: """
            The service model requires the member. boto3 and the AWS CLI refuse a request without it ("Missing required \
            parameter in input"); other clients send it, and SageMaker answers with a ValidationException.
            """,
        remedy: "add the member",
        example: Rule.Example(
            bad: #"{"S3DataSource": {"S3Uri": "s3://mybucket/model/", "S3DataType": "S3Prefix"}}"#,
            good:
                #"{"S3DataSource": {"S3Uri": "s3://mybucket/model/", "S3DataType": "S3Prefix", "CompressionType": "None"}}"#
        ),
        source: RequestSource.createModel)

    static func check(
        _ member: Structure.Member, of structure: Structure, in object: RequestValue, _ context: RequestContext
    ) {
        guard object[member.name] == nil else { return }
        // One that is only misspelled is reported as that.
        let isMisspelled = object.members.contains { other, _ in
            UnknownMember.intended(other.name, in: structure) == member.name
        }
        guard !isMisspelled else { return }
        // In the document's own words: Terraform has no CompressionType.
        let name = object.node.names.spelled(member.name)
        context.report(
            rule, "'\(name)' is missing here", at: object.memberPath(member.name), object.node.place,
            help: help(member, as: name))
    }

    private static func help(_ member: Structure.Member, as name: ByteString) -> String {
        let what: String =
            switch member.shape {
            case .text(let constraint):
                constraint.values.isEmpty
                    ? "a string" + (constraint.pattern.map { ": " + $0.meaning } ?? "")
                    : ValueText.alternatives(constraint.values)
            default: member.shape.typeName
            }
        return "add \"\(name)\", \(what)"
    }
}
