import ModelArtifacts

/// Finds the size of a volume for instances that have a disk of their own.
enum InstanceVolume {
    static let rule = Rule(
        "request-instance-volume", .warning, "a size is given for the volume of an instance that has its own disk",
        explanation: """
            Some types of instances have disks of their own, and SageMaker attaches no volume to them. Of such a type the SageMaker SDK \
            leaves `VolumeSizeInGB` out, since the "volume size argument throws a service exception": of all with a `d` in the name of \
            their family (g4dn, p4d, m5d), and of g5, g6, p5 and trn1. The rule looks at endpoint configurations beside a model, in \
            templates of CloudFormation, plans of Terraform and definitions of Step Functions.
            """,
        remedy: "leave VolumeSizeInGB out",
        example: Rule.Example(
            bad: #"{"InstanceType": "ml.g5.2xlarge", "InitialInstanceCount": 1, "VolumeSizeInGB": 256}"#,
            good: #"{"InstanceType": "ml.g5.2xlarge", "InitialInstanceCount": 1}"#),
        source: "https://github.com/aws/sagemaker-python-sdk/pull/4828")

    /// How the names of other families begin.
    ///
    /// Source: `volume_size_supported` in `sagemaker-core/src/sagemaker/core/common_utils.py` of aws/sagemaker-python-sdk.
    private static let families: [ByteString] = ["g5", "g6", "p5", "trn1"]

    static func check(variant: RequestValue, _ context: RequestContext) {
        guard let type = variant["InstanceType"]?.text, let size = variant.given("VolumeSizeInGB"), !size.isUnknown
        else { return }
        let parts = type.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("ml".utf8) else { return }
        let family = ByteString(Array(parts[1]))
        guard family.bytes.contains(UInt8(ascii: "d")) || families.contains(where: family.hasPrefix) else { return }
        context.report(rule, "'\(ValueText.shortened(type))' has a disk of its own, and takes no volume", at: size)
    }
}
