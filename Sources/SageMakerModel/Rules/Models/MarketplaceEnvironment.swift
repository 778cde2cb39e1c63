import ModelArtifacts

/// Finds variables for a container of AWS Marketplace.
enum MarketplaceEnvironment: ModelCheck {
    static let rule = Rule(
        "create-model-marketplace-environment", .warning,
        "`Environment` stands beside a model package of AWS Marketplace",
        explanation: """
            CreateModel answers "Environment variable map cannot be specified when using a ModelPackage subscribed from AWS \
            Marketplace." AWS allows it for single products, which their sellers tell, so that it is a warning. That a package is \
            one of the Marketplace, the account in its ARN tells, which AWS has in each region for all of them.
            """,
        remedy: "leave Environment out, unless the seller says that the product takes it",
        example: Rule.Example(
            bad:
                #"{"ModelPackageName": "arn:aws:sagemaker:us-east-1:865070037744:model-package/product-1", "Environment": {"A": "1"}}"#,
            good:
                #"{"ModelPackageName": "arn:aws:sagemaker:us-east-1:865070037744:model-package/product-1"}"#
        ),
        source: "https://developers.deepgram.com/docs/configure-sagemaker-deployments")

    /// The accounts that the packages of the Marketplace belong to, one a region.
    ///
    /// Source: `deploy_and_monitor/sm-marketplace_using_model_package_arn/src/scikit_product_arns.py` of
    /// aws/amazon-sagemaker-examples.
    private static let accounts: Set<ByteString> = [
        "057799348421", "077584701553", "192199979996", "382657785993", "446921602837", "470592106596", "594846645681",
        "666831318237", "745090734665", "856760150666", "865070037744", "977537786026", "985815980388",
    ]

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        // What an answer holds was taken.
        guard context.kind != .response else { return }
        for container in model.containers {
            guard let package = container["ModelPackageName"]?.text, isOfMarketplace(package),
                let environment = container.given("Environment"), !environment.members.isEmpty
            else { continue }
            context.report(
                rule, "packages of AWS Marketplace take no variables, but for single products", at: environment)
        }
    }

    private static func isOfMarketplace(_ package: ByteString) -> Bool {
        let fields = package.bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return fields.count > 4 && accounts.contains(ByteString(Array(fields[4])))
    }
}
