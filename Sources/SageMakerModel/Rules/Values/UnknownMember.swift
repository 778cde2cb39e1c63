import ModelArtifacts

/// Finds a member that the API does not know at that place.
enum UnknownMember {
    static let rule = Rule(
        "request-unknown-member", .error, "a member that the API does not know here",
        explanation: """
            boto3 and the AWS CLI refuse a request with a name that they do not know ("Unknown parameter in input"); other \
            clients may drop it without a word, and then the model is made without it. Names are spelled exactly: it is \
            `ETag` but `ManifestEtag`. A member that the API has learned since this version of the tool is reported too; \
            `--severity request-unknown-member=warning` lets it pass.
            """,
        remedy: "correct the name, move the member to where it belongs, or leave it out",
        example: Rule.Example(
            bad: #"{"ManifestETag": "d41d8cd98f00b204e9800998ecf8427e"}"#,
            good: #"{"ManifestEtag": "d41d8cd98f00b204e9800998ecf8427e"}"#),
        source: RequestSource.createModel)

    /// What other APIs and tools call a member of this one.
    private static let aliases: [ByteString: ByteString] = [
        "rolearn": "ExecutionRoleArn", "role": "ExecutionRoleArn", "executionrole": "ExecutionRoleArn",
        "name": "ModelName", "env": "Environment", "environmentvariables": "Environment", "imageuri": "Image",
        "modeldata": "ModelDataUrl", "modeldatas3uri": "ModelDataUrl", "modelurl": "ModelDataUrl",
        "securitygroups": "SecurityGroupIds", "subnetids": "Subnets", "networkisolation": "EnableNetworkIsolation",
        "vpc": "VpcConfig", "datatype": "S3DataType", "compression": "CompressionType", "uri": "S3Uri",
        "container": "PrimaryContainer", "channel": "ChannelName", "manifesturi": "ManifestS3Uri",
    ]

    static func check(
        _ member: JSONNode.Member, _ value: RequestValue, of structure: Structure, in object: RequestValue,
        _ context: RequestContext
    ) {
        let name = ValueText.shortened(member.name)
        let message = "'\(name)' is no member of \(Self.name(of: structure, at: object, context))"
        context.report(
            rule, message, at: value.path, member.place, help: help(member.name, structure, object.node.names, context))
    }

    /// Reports a name that a tool does not take for that of a member, since only its case is wrong.
    static func check(
        spellingOf member: JSONNode.Member, _ value: RequestValue, of structure: Structure, in object: RequestValue,
        _ context: RequestContext
    ) {
        guard let misspelling = member.misspelling else { return }
        context.report(
            rule,
            "'\(ValueText.shortened(misspelling))' is no member of \(Self.name(of: structure, at: object, context))",
            at: value.path, member.place,
            help: "write '\(object.node.names.spelled(member.name))'; capitals and small letters are not the same here")
    }

    /// The member that a name probably means; nil if that cannot be told.
    static func intended(_ name: ByteString, in structure: Structure) -> ByteString? {
        let names = structure.members.map(\.name)
        guard !names.contains(name) else { return nil }
        if let alias = aliases[name.folded], names.contains(alias) { return alias }
        return Spelling.nearest(to: name, among: names)
    }

    private static func name(of structure: Structure, at object: RequestValue, _ context: RequestContext) -> String {
        if object.path.isEmpty {
            // Of a document with requests in it, the request is meant.
            return context.kind.isGivenToTheAWSCLI
                ? context.kind.nounPhrase(of: context.operation) : "a request of \(context.operation.name)"
        }
        guard context.kind == .cloudFormation, structure.name == context.operation.structure.name,
            let resource = context.operation.cloudFormation
        else { return structure.name }
        return resource.type.description
    }

    /// - Parameter style: how the document spells the names of members.
    private static func help(
        _ name: ByteString, _ structure: Structure, _ style: NameStyle, _ context: RequestContext
    ) -> String {
        if let tool = context.kind.toolWithFewerMembers,
            let full = context.operation.structure.part(named: structure.name),
            full.members.contains(where: { member in
                context.kind == .kubernetes ? member.name.folded == name.folded : member.name == name
            })
        {
            return "the API has it, but \(tool) does not; leave it out, or make the model by another tool"
        }
        if let meant = intended(name, in: structure) { return "did you mean \(style.spelled(meant))?" }
        let homes = ServiceModel.structures.filter { $0.member(name) != nil && $0.name != structure.name }
        if !homes.isEmpty {
            return "it belongs in " + homes.map(\.name).joined(separator: " or ")
        }
        if context.operation.structure.responseMembers.contains(name) {
            return "it is part of the answer of \(context.operation.describing); leave it out"
        }
        return "leave it out; the members here are "
            + structure.members.map { style.spelled($0.name).description }.joined(separator: ", ")
    }
}
