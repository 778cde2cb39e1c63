package import ModelArtifacts

/// Finds a member that the format of the output requires and the request lacks.
package enum TargetRequires {
    package static let rule = Rule(
        "request-target-requires", .error, "the format requires a member that the request lacks",
        explanation: """
            Tools require members that the API does not: Terraform's provider refuses an `aws_sagemaker_model` without \
            `execution_role_arn` or with the name of a model package in the place of its ARN, CloudFormation a model package \
            whose containers have no image. With `--force` the output \
            is written without the member.
            """,
        remedy: "give the member, or a reference to it with --reference",
        example: Rule.Example(
            bad: "optml create-model model --format terraform --model-name llm …",
            good:
                "optml create-model model --format terraform --model-name llm --reference ExecutionRoleArn=aws_iam_role.sagemaker.arn …"
        ),
        source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_model")

    /// A package is printed without references.
    private static let packageHelp = "give the member: --image, --content-type, --response-type"

    /// The findings on a request in a form, as it is checked.
    package static func findings(
        _ node: JSONNode, in format: RequestFormat, of operation: Operation = .createModel
    ) -> [Finding] {
        guard let target = format.target(of: operation) else { return [] }
        let value = RequestValue(node)
        let lacking = missing(value, target, operation.structure).map { path in
            Finding(
                rule, "\(format.name) requires \(path)", at: RequestValue.location(path, nil),
                help: operation.name == Operation.createModelPackage.name ? packageHelp : nil)
        }
        return format == .terraform ? lacking + packageNames(in: value) : lacking
    }

    /// Terraform takes only the ARN of a package, where the API takes its name too.
    ///
    /// Source: https://github.com/hashicorp/terraform-provider-aws, `internal/service/sagemaker/model.go` (`model_package_name`)
    private static func packageNames(in request: RequestValue) -> [Finding] {
        let containers = [request["PrimaryContainer"]].compactMap(\.self) + (request["Containers"]?.elements ?? [])
        return containers.compactMap { $0["ModelPackageName"] }.compactMap { package in
            guard let text = package.text, AmazonResourceName(text) == nil else { return nil }
            return Finding(
                rule, "'\(ValueText.shortened(text))' is not an ARN, and Terraform takes no name", at: package.location,
                help: "give the ARN of the package with --model-package-name")
        }
    }

    /// The paths of the members that only the target requires.
    private static func missing(_ value: RequestValue, _ target: Structure, _ full: Structure) -> [String] {
        target.members.flatMap { member -> [String] in
            let known = full.member(member.name)
            guard let given = value[member.name] else {
                return member.isRequired && known?.isRequired != true && value.isObject
                    ? [value.memberPath(member.name)] : []
            }
            switch (member.shape, known?.shape) {
            case (.structure(let target), .structure(let full)?): return missing(given, target, full)
            case (.list(.structure(let target), _), .list(.structure(let full), _)?):
                return given.elements.flatMap { missing($0, target, full) }
            default: return []
            }
        }
    }
}
