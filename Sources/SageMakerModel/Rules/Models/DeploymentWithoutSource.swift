package import ModelArtifacts

/// Finds `ModelDataSource` in a deployment that does not take it.
package enum DeploymentWithoutSource: ModelCheck {
    static let rule = Rule(
        "create-model-deployment-without-source", .error, "the deployment does not take `ModelDataSource`",
        explanation: """
            The API page says: "Currently you cannot use ModelDataSource in conjunction with SageMaker batch transform, \
            SageMaker serverless endpoints, SageMaker multi-model endpoints, and SageMaker Marketplace." CreateModel \
            takes the request; the endpoint or the job fails later. Of AdditionalModelDataSources, which are there "in addition to the one that \
            you specify for ModelDataSource", no page says so (a warning). The rule needs `--deployment`, a serverless endpoint beside the \
            model, or `CertifyForMarketplace` in the request of a package.
            """,
        remedy: "pack the model and name the archive in ModelDataUrl",
        example: Rule.Example(
            bad: "optml check-request request.json --deployment serverless   # with ModelDataSource",
            good: "optml check-request request.json --deployment serverless   # with ModelDataUrl"),
        source: RequestSource.container)

    /// The finding that an artifact would need `ModelDataSource`, if it would and the deployment does not take it.
    package static func finding(on report: InspectionReport, _ deployment: Deployment) -> Finding? {
        guard !deployment.takesModelDataSource, report.hosting == .one,
            report.combination != Combination(.object, .gzip)
        else { return nil }
        return Finding(
            rule,
            "'\(report.location)' is \(report.combination), which needs ModelDataSource, and \(deployment.description) does not take that"
        )
    }

    /// What the deployment takes in the place of what it does not.
    private static func help(_ source: RequestValue, _ deployment: Deployment) -> String? {
        if deployment == .multiModel {
            return "name the prefix of the archives in ModelDataUrl, and set Mode to MultiModel"
        }
        // It is packed already.
        let isArchive = source["S3DataSource"]?["CompressionType"]?.isText("Gzip") ?? false
        return isArchive ? "name the archive in ModelDataUrl" : nil
    }

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard let deployment = context.deployment, !deployment.takesModelDataSource else { return }
        for container in model.containers {
            if let source = container.given("ModelDataSource") {
                context.report(
                    rule, "\(deployment.description) does not take ModelDataSource", at: source,
                    help: help(source, deployment))
            }
            if let channels = container.given("AdditionalModelDataSources") {
                let message =
                    "\(deployment.description) does not take ModelDataSource, and whether it takes further sources is not documented"
                var finding = Finding(
                    rule, message, help: "put what the channels name into the archive of the model")
                finding.severity = .warning
                context.report(finding, at: channels)
            }
        }
        // A block that stands alone.
        if model.containers.isEmpty, let source = model.dataSources.first {
            context.report(rule, "\(deployment.description) does not take ModelDataSource", at: source)
        }
    }
}
