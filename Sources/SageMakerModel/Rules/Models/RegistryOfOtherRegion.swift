import ModelArtifacts

/// Finds images of AWS under an account that has none in the region.
enum RegistryOfOtherRegion: ModelCheck {
    static let rule = Rule(
        "create-model-registry-of-other-region", .error,
        "the account of the image has the images of AWS in another region",
        explanation: """
            AWS has its images in each region under other accounts: XGBoost under 683313688378 in us-east-1 and under 246618743249 in \
            us-west-2. The account of one region with the host of another is a registry in which there is no such image. The \
            accounts are those that the SageMaker SDK knows; of an account of several regions it may not know all (a warning).
            """,
        remedy: "take the image of the region, whose account the SageMaker SDK tells: `image_uris.retrieve`",
        example: Rule.Example(
            bad: #"{"Image": "683313688378.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1"}"#,
            good: #"{"Image": "246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1"}"#),
        source:
            "https://github.com/aws/sagemaker-python-sdk/tree/master/sagemaker-core/src/sagemaker/core/image_uri_config"
    )

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        for container in model.containers {
            guard let value = container["Image"], let image = value.knownImage, let region = image.region,
                AWSRegistry.isKnown(region), let account = image.account,
                let regions = AWSRegistry.regions(of: account), !regions.contains(region)
            else { continue }
            let shown = regions.count > 3 ? "\(regions.count) other regions" : ValueText.alternatives(regions)
            var finding = Finding(rule, "'\(account)' is the account of AWS in \(shown), and the image is in \(region)")
            if regions.count > 1 { finding.severity = .warning }
            context.report(finding, at: value)
        }
    }
}
