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
    @OptionGroup var rules: RuleOptions
    @OptionGroup var upload: UploadOptions
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
        let policy = try rules.policy()
        let inspector = RequestInspector(deployment: deployment, policy: policy)
        let name: ByteString = request.value == "-" ? "standard input" : request.value
        let node: JSONNode
        do throws(ArtifactError) {
            node = try RequestFile.read(request.value)
        } catch {
            guard error.code == .malformedInput else { throw error }
            try write(inspector.malformed(error, name: name), nil)
            throw ExitStatus.findings
        }
        var report = try inspector.inspect(node, name: name)
        var inspection: InspectionReport?
        if let source = try artifact.resolved() {
            let fit = try ArtifactFit(RequestDocument(node), container: artifact.container)
            let found = try await inspect(source, fit, policy)
            inspection = found
            report.add(found)
        }
        try write(report, inspection)
        if rules.failOn.fails(report) { throw ExitStatus.findings }
    }

    /// Inspects the artifact as what the request says that it is.
    private func inspect(
        _ source: ArtifactSource, _ fit: ArtifactFit, _ policy: RulePolicy
    ) async throws -> InspectionReport {
        var options = artifact.inspectionOptions(arguments: ByteArguments.ofProcess)
        options.policy = policy
        options.uploadRule = try upload.rule()
        options.recordsObjects = fit.namesETag
        options.hashesArchive = fit.namesETag
        fit.apply(to: &options)
        var report = try ArtifactInspector(options: options).inspect(source)
        if fit.namesETag, report.combination.dataType == .object, report.kind != .directory {
            try await InspectionCommand.hash(&report, of: source, options.uploadRule, upload, output)
        }
        report = fit.located(report)
        if let finding = fit.etagFinding(report) { report.add(finding, policy: policy) }
        return report
    }

    /// Writes the report where the options say.
    private func write(_ report: RequestReport, _ inspection: InspectionReport?) throws {
        let copies = try reports.files().map { ($0.format, Optional($0.file)) }
        for (format, file) in [(reports.format, output.output)] + copies {
            let result = try ResultOutput(file)
            switch format {
            case .json:
                var json = JSONReport { chunk throws(ArtifactError) in try result.write(chunk) }
                try json.write(report, artifact: inspection)
            case .text:
                let style = file == nil ? Style(output.color, for: 1) : .plain
                let text = TextReport(style: style, isQuiet: output.quiet, document: report.location)
                try result.write(lines: text.lines(of: report))
            }
            try result.commit()
        }
    }
}
