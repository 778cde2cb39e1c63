import ModelArtifacts

/// Finds references of a template that give the name of a resource where more than the name is wanted.
enum NameOfResource: ModelCheck {
    static let rule = Rule(
        "create-model-name-of-resource", .error,
        "a reference gives the name of a resource where its ARN or its address is wanted",
        explanation: """
            `Ref` gives the name of a role, a bucket or a repository of the same template, and `Fn::Sub` puts the name in the place of \
            `${LogicalID}`. A name is no ARN of a role, has no `s3://` in front of it, and names no registry. CloudFormation finds \
            nothing wrong with such a template before it makes the model.
            """,
        remedy: "give the attribute of the resource that is wanted, by Fn::GetAtt or as ${LogicalID.Attribute}",
        example: Rule.Example(
            bad: #"{"ExecutionRoleArn": {"Ref": "Role"}}"#,
            good: #"{"ExecutionRoleArn": {"Fn::GetAtt": ["Role", "Arn"]}}"#),
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        check(
            model.request?["ExecutionRoleArn"], "the name of a resource stands where the ARN of a role is wanted",
            help: #"give its ARN, as {"Fn::GetAtt": ["ROLE", "Arn"]}"#, context)
        for container in model.containers {
            if !container.mayUsePrivateRegistry {
                check(
                    container["Image"], "the image begins with the name of a resource, and not with a registry",
                    help: #"give the address of the repository, as {"Fn::Sub": "${REPOSITORY.RepositoryUri}:TAG"}"#,
                    context)
            }
            check(uri: container["ModelDataUrl"], context)
        }
        for source in model.dataSources { check(uri: source["S3Uri"], context) }
    }

    private static func check(uri: RequestValue?, _ context: RequestContext) {
        check(
            uri, "the URI begins with the name of a resource",
            help: #"put s3:// in front of it, as {"Fn::Sub": "s3://${BUCKET}/…"}"#,
            context)
    }

    private static func check(_ value: RequestValue?, _ message: String, help: String, _ context: RequestContext) {
        guard let value, value.node.traits.contains(.beginsWithName) else { return }
        context.report(rule, message, at: value, help: help)
    }
}
