package import ModelArtifacts

/// Finds a member that decides on what is deployed, and that the format of the output has no field for.
package enum TargetLacksData {
    package static let rule = Rule(
        "request-target-lacks-data", .error, "the format has no field for something that the model needs",
        explanation: """
            CloudFormation has no field for AdditionalModelDataSources, Terraform none for HubAccessConfig. Without them \
            another model is made than was asked for: files are missing in the container, or access to them is denied. With \
            `--force` the output is written without the member.
            """,
        remedy: "choose another format (`json`, `boto3`, `cli`), or leave out what the format has no field for",
        example: Rule.Example(
            bad: "optml create-model model --format cloudformation --channel draft=draft …",
            good: "optml create-model model --format json --channel draft=draft …"),
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-model.html")
}
