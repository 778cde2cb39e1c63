import ArgumentParser
import ModelArtifacts
import SageMakerModel
import SystemPackage

/// `optml check-request`: checks requests that someone else wrote.
struct CheckRequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-request", abstract: "Check requests that someone else wrote.",
        discussion: CommandHelp.discussion(
            """
            Reads, in JSON or YAML, requests of CreateModel, CreateModelPackage, UpdateModelPackage and \
            CreateInferenceComponent, skeletons of the AWS CLI, answers of describe-model, a container or a ModelDataSource \
            alone, CloudFormation (from the CDK too), what 'terraform show -json' prints, definitions of Step Functions and \
            SageMaker Pipelines, events of CloudTrail, and objects of AWS Controllers for Kubernetes. With --source or \
            --listing, the artifact is inspected too, as what the request says it is.
            """,
            examples: [
                "optml check-request request.json",
                "terraform show -json plan | optml check-request -",
                "optml check-request request.json --source model.tar.gz",
            ]))

    @Argument(help: ArgumentHelp("The requests; - for standard input.", valueName: "file"))
    var requests: [ByteArgument]

    @Option(help: "In what the requests are written; by default their content tells it.")
    var inputFormat: DocumentSyntax?

    @Option(help: "What the model is to be deployed as.")
    var deployment: Deployment?

    @OptionGroup(title: HelpSection.artifact) var artifact: ArtifactOptions
    @OptionGroup(title: HelpSection.listing) var listing: ListingOptions
    @OptionGroup(title: HelpSection.filter) var filter: FilterOptions
    @OptionGroup(title: HelpSection.bucket) var bucket: BucketOptions
    @OptionGroup(title: HelpSection.bucket) var contents: ContentOptions
    @OptionGroup(title: HelpSection.container) var framework: FrameworkOption
    @OptionGroup(title: HelpSection.rules) var rules: RuleOptions
    @OptionGroup(title: HelpSection.upload) var upload: UploadOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup(title: HelpSection.rules) var configuration: ConfigurationOptions
    @OptionGroup(title: HelpSection.output) var reports: ReportOptions
    @OptionGroup(title: HelpSection.output) var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "Write the present findings to a file for --baseline. They are accepted by that, so none is reported.",
            valueName: "file"))
    var writeBaseline: ByteArgument?

    init() {}

    func validate() throws {
        try artifact.validate(with: listing, bucket)
        let streams = requests.count { $0.value == "-" } + (listing.file?.value == "-" ? 1 : 0)
        if streams > 1 {
            throw ValidationError("Only one of the requests and the listing can come from standard input.")
        }
        let hasArtifact = try !artifact.resolved(with: listing).isEmpty || !artifact.manifest.isEmpty
        if artifact.container != nil, !hasArtifact {
            throw ValidationError("--container says what --source or --listing is for; give one of them.")
        }
        if hasArtifact, requests.count > 1 {
            throw ValidationError("--source, --listing and --manifest are for one request; give no more than one.")
        }
        if writeBaseline != nil, rules.baseline != nil {
            throw ValidationError("Give either --baseline or --write-baseline.")
        }
    }

    func run() async throws {
        let artifacts = try artifact.resolved(with: listing)
        var places = InspectedPlaces(
            artifacts.map(\.source), filter: filter.filter(arguments: ByteArguments.ofProcess))
        for request in requests { places.add(request.value) }
        let manifests = try artifact.manifests()
        for manifest in manifests { places.add(manifest.path) }
        try places.checkOutputs(reports.outputs(output) + [writeBaseline?.value])
        var settings = try configuration.configuration(
            under: rules, upload, for: places, isReported: reports.showsText(output)
        ).overlaid(by: framework.configuration())
        // What is written takes the place of what was there.
        if writeBaseline != nil { settings.baseline = nil }
        var policy = try settings.policy()
        if writeBaseline != nil { policy.baseline = .record }
        let ofArtifacts = policy
        var checked: [RequestReport] = []
        var documents: Set<ByteString> = []
        var inspections: [(place: PlacedArtifact, report: InspectionReport)] = []
        var isMalformed = false
        for request in requests {
            let name: ByteString = request.value == "-" ? "standard input" : request.value
            // What is accepted in one document is not accepted in another.
            let document = FindingFiles(kind: .file, location: request.value).file(of: Location())
            policy.document = document
            documents.insert(document)
            var inspector = RequestInspector(
                deployment: deployment, policy: policy, isOneOfSeveral: requests.count > 1)
            let node: JSONNode
            do throws(ArtifactError) {
                node = try RequestFile.read(request.value, as: inputFormat)
            } catch {
                guard error.code == .malformedInput else { throw error }
                checked.append(inspector.malformed(error, name: name))
                isMalformed = true
                continue
            }
            inspector.inspected = RequestInspector.Inspected(
                paths: try inspectedPaths(in: node, artifacts), framework: settings.framework?.value)
            var report = try inspector.inspect(node, name: name)
            var compared: [String: PlacedArtifact] = [:]
            for part in artifacts {
                let fit = try ArtifactFit(RequestDocument(node), container: part.container, channel: part.channel)
                try Self.requireOne(part, &compared, at: fit, "--source")
                let found = try await inspect(part.source, fit, settings, ofArtifacts)
                inspections.append((part, found))
                report.add(found)
            }
            compared = [:]
            for manifest in manifests {
                guard let path = manifest.path else { continue }
                let fit = try ArtifactFit(
                    manifestIn: RequestDocument(node), container: manifest.container, channel: manifest.channel)
                try Self.requireOne(manifest, &compared, at: fit, "--manifest")
                let etag = try await ETag.of(file: path, rule: settings.uploadRule(), jobs: work.jobs)
                if let finding = fit.manifestFinding(etag, of: path) { report.add(finding, policy: policy) }
                if let finding = try fit.manifestPlaceFinding(of: path) { report.add(finding, policy: policy) }
            }
            checked.append(report)
        }
        var outcome = checked[0].baseline
        for report in checked.dropFirst() { outcome.join(report.baseline) }
        // Of documents that were not looked at, nothing is known.
        outcome.stale.removeAll { $0.document.map { !documents.contains($0) } ?? false }
        if policy.baseline == .record, outcome.recorded == nil { outcome.recorded = Baseline() }
        BaselineCommand.noteStale(outcome, settings, output)
        if let file = writeBaseline?.value { try BaselineCommand.write(outcome, to: file, output) }
        try write(checked, inspections, settings)
        if isMalformed || checked.contains(where: { settings.effectiveFailOn.fails($0) }) { throw ExitStatus.findings }
    }

    /// The paths in a request of what the inspection of artifacts speaks of.
    private func inspectedPaths(in node: JSONNode, _ artifacts: [PlacedArtifact]) throws(ArtifactError) -> Set<String> {
        guard !artifacts.isEmpty else { return [] }
        let document = RequestDocument(node)
        var paths: Set<String> = []
        for part in artifacts {
            let fit = try ArtifactFit(document, container: part.container, channel: part.channel)
            paths.formUnion([fit.place.containerPath ?? fit.place.source.path])
        }
        return paths
    }

    /// Checks that no place of the request, by whatever name, is compared with two things.
    private static func requireOne(
        _ part: PlacedArtifact, _ compared: inout [String: PlacedArtifact], at fit: ArtifactFit, _ option: String
    ) throws(ArtifactError) {
        guard let other = compared.updateValue(part, forKey: fit.place.path) else { return }
        throw ArtifactError(
            .usage, "\(option): '\(other.place)' and '\(part.place)' are the same, \(fit.place.path); give one")
    }

    /// Inspects the artifact as what the request says that it is.
    private func inspect(
        _ source: ArtifactSource, _ fit: ArtifactFit, _ settings: Configuration, _ policy: RulePolicy
    ) async throws -> InspectionReport {
        var options = artifact.inspectionOptions(listing, filter.filter(arguments: ByteArguments.ofProcess))
        options.policy = policy
        options.uploadRule = try settings.uploadRule()
        options.recordsObjects = fit.namesETag
        options.hashesArchive = fit.namesETag
        fit.apply(to: &options, deployment: deployment)
        options.container = fit.container?.container(settings.framework?.value)
        if deployment == .multiModel { options.container?.hosting = .many }
        // Of another place than the request names, all is wanted.
        let namesSource = source == options.s3URI.map { .path($0) }
        let source = try await BucketLister(bucket: bucket, output: output)
            .listed(source, as: namesSource ? options.dataType : .prefix)
        options.objectReading = contents.reading(by: bucket.service)
        var report = try await InspectionCommand.inspect(source, options, output)
        if fit.namesETag, report.combination.dataType == .object, report.kind != .directory {
            try await InspectionCommand.hash(&report, of: source, options.uploadRule, work, output)
        }
        report = fit.located(report)
        if let finding = fit.etagFinding(report) { report.add(finding, policy: options.policy) }
        return report
    }

    /// Writes one report where the options say, of one request or of all.
    private func write(
        _ checked: [RequestReport], _ inspections: [(place: PlacedArtifact, report: InspectionReport)],
        _ settings: Configuration
    ) throws {
        let inspection = inspections.first?.report
        let each = zip(checked, requests).map { report, file in
            FindingsReport(report, file: file.value, withArtifact: inspection != nil, configuration: settings)
        }
        let isAlone = checked.count == 1
        let findings = isAlone ? each[0] : FindingsReport(joining: each, of: "document")
        try ReportOutput(reports: reports, output: output).write(findings) { style in
            let texts = checked.map { report in
                TextReport(
                    style: style, isQuiet: output.quiet, document: report.location,
                    configuration: isAlone ? settings.file : nil, isOneOfSeveral: !isAlone
                ).lines(of: report, artifact: inspection)
            }
            if isAlone { return texts[0] }
            let sum = TextReport(style: style, isQuiet: output.quiet).sum(of: checked, "document")
            return TextReport.head(configuration: settings.file) + texts.flatMap { $0 + [""] } + [sum]
        } json: { sink throws(ArtifactError) in
            var json = JSONReport(sink: sink)
            if isAlone { try json.write(checked[0], artifacts: inspections) } else { try json.write(checked) }
        } html: {
            isAlone
                ? HTMLPage(checked[0], findings)
                : HTMLPage(zip(checked, each).map { ($0.location, $1) }, "document")
        }
    }
}
