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
            bad: #"{"VpcConfig": {"SecurityGroupIds": ["subnet-0a1"], "Subnets": ["sg-0b2"]}}"#,
            good: #"{"VpcConfig": {"SecurityGroupIds": ["sg-0b2"], "Subnets": ["subnet-0a1"]}}"#),
        source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        let config = model.request?["VpcConfig"]
        for (name, prefix, what) in [
            ("SecurityGroupIds", "sg-", "a security group"), ("Subnets", "subnet-", "a subnet"),
        ] as [(ByteString, ByteString, String)] {
            for id in config?[name]?.elements ?? [] {
                guard let text = id.knownText, TextPattern.vpcID.mayMatch(text), !text.mayBegin(with: prefix) else {
                    continue
                }
                context.report(
                    rule, "\(ValueText.shown(id)) is not the id of \(what), which begins with '\(prefix)'", at: id)
            }
        }
    }
}
