import ModelArtifacts

/// What a configuration file, the command line, or both together set.
struct Configuration: Sendable {
    /// The file that was read; nil if there is none.
    var file: ByteString?
    /// The least severity that makes a command fail.
    var failOn: Setting<FailOn>?
    /// Other severities than the rules' own, by rule.
    var severities: [String: Setting<Severity>] = [:]
    /// The only rules to apply.
    var selected: Setting<Set<String>>?
    /// Findings not to report.
    var ignored: [Setting<IgnoredFindings>] = []
    /// What uploads the objects.
    var uploader: Setting<Uploader>?
    /// The part size of multipart uploads, in bytes.
    var partSize: Setting<Int64>?
    /// From which size on objects are uploaded in parts, in bytes.
    var multipartThreshold: Setting<Int64>?
    /// The file of the findings that are accepted for now.
    var baseline: Setting<ByteString>?
    /// What is to serve the model.
    var framework: Setting<Framework>?
    /// The image of the container.
    var image: Setting<String>?
    /// The environment that the container gets.
    var environment: [String: Setting<String>] = [:]

    /// The settings with those of `upper` over them, which win.
    ///
    /// An uploader and a part size stand for each other: whoever sets one of them sets both. A rule that `upper` selects by
    /// name is applied even if it is ignored here as a whole.
    func overlaid(by upper: Configuration) -> Configuration {
        var result = self
        result.failOn = upper.failOn ?? failOn
        result.severities.merge(upper.severities) { $1 }
        result.selected = upper.selected ?? selected
        let chosen = upper.selected?.value ?? []
        result.ignored.removeAll { $0.value.paths.isEmpty && chosen.contains($0.value.rule) }
        result.ignored += upper.ignored
        if upper.uploader != nil || upper.partSize != nil {
            result.uploader = upper.uploader
            result.partSize = upper.partSize
            result.multipartThreshold = nil
        }
        result.multipartThreshold = upper.multipartThreshold ?? result.multipartThreshold
        result.baseline = upper.baseline ?? baseline
        result.framework = upper.framework ?? framework
        // An image that is named here is another one than the framework of a file was meant for.
        if upper.image != nil, upper.framework == nil { result.framework = nil }
        result.image = upper.image ?? image
        result.environment.merge(upper.environment) { $1 }
        return result
    }

    /// The least severity that makes a command fail: an error, unless it is set.
    var effectiveFailOn: FailOn { failOn?.value ?? .error }

    /// How objects are uploaded.
    ///
    /// - Throws: ``ArtifactError`` with code `usage` for sizes that are not possible, or not together.
    func uploadRule() throws(ArtifactError) -> UploadRule {
        let threshold = multipartThreshold?.value
        if let partSize { return try UploadRule(partSize: partSize.value, multipartThreshold: threshold) }
        let uploader = uploader?.value ?? .awsCLI
        return try threshold.map { threshold throws(ArtifactError) in
            try UploadRule(uploader, multipartThreshold: threshold)
        } ?? UploadRule(uploader)
    }

    /// The container that is to serve the model; nil if nothing is known of it.
    var container: Container? {
        guard framework != nil || image != nil || !environment.isEmpty else { return nil }
        return Container(
            framework: framework?.value, image: (image?.value).map { ContainerImage($0) },
            environment: environment.isEmpty ? nil : environment.mapValues(\.value))
    }

    /// Which rules speak, and how loudly, with the baseline read.
    ///
    /// - Throws: ``ArtifactError`` if the baseline cannot be read or is malformed.
    func policy() throws(ArtifactError) -> RulePolicy {
        var policy = RulePolicy(
            selected: selected?.value, severities: severities.mapValues(\.value),
            exceptions: ignored.map(\.value).filter { !$0.paths.isEmpty })
        for ignored in ignored where ignored.value.paths.isEmpty { policy.ignored.insert(ignored.value.rule) }
        if let baseline { policy.baseline = .compare(try read(baseline)) }
        return policy
    }

    private func read(_ baseline: Setting<ByteString>) throws(ArtifactError) -> Baseline {
        do throws(ArtifactError) {
            return try BaselineFile(path: baseline.value).read()
        } catch  where error.code == .notFound {
            // Who ran the command need not know the name.
            guard case .file = baseline.origin else { throw error }
            throw ArtifactError(.notFound, "\(baseline.origin): baseline: \(error.message)")
        }
    }

    /// Why a rule is not applied; nil if it is.
    func reason(toSkip rule: String) -> String? {
        if let ignored = ignored.first(where: { $0.value.rule == rule && $0.value.paths.isEmpty }) {
            switch ignored.origin {
            case .file(let file, _): return "ignored by \(file): \(DisplayText.escaped(ignored.value.reason))"
            case .commandLine, .standard: return "ignored by --ignore"
            }
        }
        guard let selected, !selected.value.contains(rule) else { return nil }
        return if case .file(let file, _) = selected.origin { "not selected by \(file)" } else {
            "not selected by --select"
        }
    }

    /// Whether a rule has to do with models for the framework that is told; without one, whether it needs none.
    func concerns(_ rule: String) -> Bool {
        guard let framework = container?.framework else { return !AllRules.ofFrameworks.contains(rule) }
        return RuleCatalog.ids(for: framework).contains(rule) || !RuleCatalog.rules.contains { $0.id == rule }
    }
}
