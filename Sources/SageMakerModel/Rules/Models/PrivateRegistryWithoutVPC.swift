import ModelArtifacts

/// Finds a private registry that the model has no way to.
enum PrivateRegistryWithoutVPC: ModelCheck {
    static let rule = Rule(
        "create-model-private-registry-without-vpc", .error, "the access mode is `Vpc`, and there is no `VpcConfig`",
        explanation: """
            With `RepositoryAccessMode` `Vpc` the image is pulled from a registry in a VPC. The developer guide says: "Models \
            that you create based on the images stored in your private Docker registry must be configured to connect to the \
            same VPC where the private Docker registry is accessible."
            """,
        remedy: "give a VpcConfig with the subnets and security groups from which the registry is reached",
        example: Rule.Example(
            bad: #"{"PrimaryContainer": {"ImageConfig": {"RepositoryAccessMode": "Vpc"}, "…": "…"}}"#,
            good:
                #"{"PrimaryContainer": {"ImageConfig": {"RepositoryAccessMode": "Vpc"}, "…": "…"}, "VpcConfig": {"SecurityGroupIds": ["sg-0b2c3d4e"], "Subnets": ["subnet-0a1b2c3d"]}}"#
        ),
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-containers-inference-private.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard let request = model.request, isWithoutVPC(request, context) else { return }
        for container in model.containers {
            guard let mode = container["ImageConfig"]?["RepositoryAccessMode"], mode.isText("Vpc") else { continue }
            context.report(rule, "the registry is reached through a VPC, and the request names none", at: mode)
        }
    }

    /// An answer of DescribeModel may hold an empty object for what was not given.
    private static func isWithoutVPC(_ request: RequestValue, _ context: RequestContext) -> Bool {
        guard let config = request["VpcConfig"] else { return true }
        return context.kind == .response && config.isObject && config.members.isEmpty
    }
}
