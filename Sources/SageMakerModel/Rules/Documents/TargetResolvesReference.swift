package import ModelArtifacts

/// Finds text that CloudFormation would replace when the template is deployed.
package enum TargetResolvesReference {
    package static let rule = Rule(
        "request-target-resolves-reference", .warning, "CloudFormation would put something else in the place of a text",
        explanation: """
            `{{resolve:secretsmanager:…}}`, wherever it stands in a property, is replaced by a secret or a parameter when a \
            template is deployed. In a request for the API it is only a text. Where it came from a name or a value that \
            someone else gave, the template would read a secret of the account and put it where `DescribeModel` shows it. \
            CloudFormation has no way to write such a text literally.
            """,
        remedy: "take the reference out, or deploy by another format; ignore this where the reference is meant",
        example: Rule.Example(
            bad: "optml create-model model.tar.gz --env 'TOKEN={{resolve:ssm:token}}' --format cloudformation …",
            good: "optml create-model model.tar.gz --env TOKEN_PARAMETER=token --format cloudformation …"),
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html")
}
