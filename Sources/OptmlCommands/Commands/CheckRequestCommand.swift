import ArgumentParser
import ModelArtifacts
import SageMakerModel
import SystemPackage

/// `optml check-request`: checks a `CreateModel` request that someone else wrote.
struct CheckRequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-request", abstract: "Check a CreateModel request that someone else wrote.",
        discussion: """
            Reads JSON of the API, a skeleton of the AWS CLI, an answer of describe-model, a container or a ModelDataSource \
            alone, and CloudFormation in JSON. With --source or --listing, the artifact is inspected too, as what the \
            request says it is.
            """)

    @Argument(help: ArgumentHelp("The request; - for standard input.", valueName: "file"))
    var request: ByteArgument

    @Option(help: "What the model is to be deployed as.")
    var deployment: Deployment?

    @OptionGroup var artifact: ArtifactOptions
    @OptionGroup var framework: FrameworkOption
    @OptionGroup var rules: RuleOptions
    @OptionGroup var upload: UploadOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var reports: ReportOptions
    @OptionGroup var output: OutputOptions

    init() {}

    func validate() throws {
        if request.value == "-", artifact.listing?.value == "-" {
            throw ValidationError("Only one of the request and the listing can come from standard input.")
        }
        if artifact.container != nil, try artifact.resolved() == nil {
            throw ValidationError("--container says what --source or --listing is for; give one of them.")
        }
    }

    func run() async throws {
        let source = try artifact.resolved()
        let settings = try configuration.configuration(under: rules, upload, for: source ?? .none)
            .overlaid(by: framework.configuration())
        let policy = try settings.policy()
        let inspector = RequestInspector(deployment: deployment, policy: policy)
        let name: ByteString = request.value == "-" ? "standard input" : request.value
        let node: JSONNode
        do throws(ArtifactError) {
            node = try RequestFile.read(request.value)
        } catch {
            guard error.code == .malformedInput else { throw error }
            try write(inspector.malformed(error, name: name), nil, settings)
            throw ExitStatus.findings
        }
        var report = try inspector.inspect(node, name: name)
        var inspection: InspectionReport?
        if let source {
            let fit = try ArtifactFit(RequestDocument(node), container: artifact.container)
            let found = try await inspect(source, fit, settings)
            inspection = found
            report.add(found)
        }
        try write(report, inspection, settings)
        if settings.effectiveFailOn.fails(report) { throw ExitStatus.findings }
    }

    /// Inspects the artifact as what the request says that it is.
    private func inspect(
        _ source: ArtifactSource, _ fit: ArtifactFit, _ settings: Configuration
    ) async throws -> InspectionReport {
        var options = artifact.inspectionOptions(arguments: ByteArguments.ofProcess)
        options.policy = try settings.policy()
        options.uploadRule = try settings.uploadRule()
        options.recordsObjects = fit.namesETag
        options.hashesArchive = fit.namesETag
        fit.apply(to: &options)
        options.container = fit.container?.container(settings.framework?.value)
        if deployment == .multiModel { options.container?.hostsManyModels = true }
        // Of another place than the request names, all is wanted.
        let namesSource = source == options.s3URI.map { .path($0) }
        let source = try await BucketLister(bucket: artifact.bucket, output: output)
            .listed(source, as: namesSource ? options.dataType : .prefix)
        var report = try InspectionCommand.inspect(source, options, output)
        if fit.namesETag, report.combination.dataType == .object, report.kind != .directory {
            try await InspectionCommand.hash(&report, of: source, options.uploadRule, upload, output)
        }
        report = fit.located(report)
        if let finding = fit.etagFinding(report) { report.add(finding, policy: options.policy) }
        return report
    }

    /// Writes the report where the options say.
    private func write(
        _ report: RequestReport, _ inspection: InspectionReport?, _ settings: Configuration
    ) throws {
        let findings = FindingsReport(
            report, file: request.value, withArtifact: inspection != nil, configuration: settings)
        try ReportOutput(reports: reports, output: output).write(findings) { style in
            TextReport(style: style, isQuiet: output.quiet, document: report.location).lines(of: report)
        } json: { sink throws(ArtifactError) in
            var json = JSONReport(sink: sink)
            try json.write(report, artifact: inspection)
        } html: {
            HTMLPage(report, findings)
        }
    }
}
