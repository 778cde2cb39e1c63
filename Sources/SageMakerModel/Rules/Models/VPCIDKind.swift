import ModelArtifacts

/// Finds ids of a network that are in each other's place.
enum VPCIDKind: ModelCheck {
    static let rule = Rule(
        "create-model-vpc-id-kind", .error, "an id in `VpcConfig` is of another kind",
        explanation: """
            The API page says of `SecurityGroupIds`: "The VPC security group IDs, in the form sg-xxxxxxxx." Those of \
            subnets begin with `subnet-`. The service model takes any letters and digits, so that two lists in each other's \
            place, or the name of a group in the place of its id, are only found when the request arrives.
            """,
        remedy: "put security groups (sg-…) into SecurityGroupIds, and subnets (subnet-…) into Subnets",
        example: Rule.Example(
            bad: #"{"VpcConfig": {"SecurityGroupIds": ["subnet-0a1b2c3d"], "Subnets": ["sg-0b2c3d4e"]}}"#,
            good: #"{"VpcConfig": {"SecurityGroupIds": ["sg-0b2c3d4e"], "Subnets": ["subnet-0a1b2c3d"]}}"#),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        NetworkID.forEach(in: model) { kind, id, text in
            guard !text.mayBegin(with: kind.prefix) else { return }
            context.report(
                rule, "\(ValueText.shown(id)) is not the id of \(kind.owner), which begins with '\(kind.prefix)'",
                at: id)
        }
    }
}
