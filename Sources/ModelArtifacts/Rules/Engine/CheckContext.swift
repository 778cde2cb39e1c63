/// What a check may look at besides the thing itself, and where it leaves its findings.
package final class CheckContext {
    package private(set) var subject: Subject
    /// What the container would look at, where one is told or a hint at one is wanted.
    package let modelFiles: ModelFileGatherer?
    private let findings: FindingCollector
    /// What the container does with the model, decided once when all files are known.
    package var decision: ContainerDecision? {
        if let known { return known }
        let decision = decide()
        known = .some(decision)
        return decision
    }
    private var known: ContainerDecision??
    /// The sum of the known sizes of the files of the layout so far, in bytes.
    package internal(set) var bytesSoFar: Int64 = 0

    package init(subject: Subject, findings: FindingCollector) {
        self.subject = subject
        self.findings = findings
        modelFiles = ModelFileGatherer.gatherer(for: subject)
    }

    /// Begins again with another place of the same listing.
    func begin(at uri: S3URI) {
        subject.place(at: uri)
        modelFiles?.begin()
        known = nil
        bytesSoFar = 0
    }

    private func decide() -> ContainerDecision? {
        guard let container = subject.container, container.isDecided, let files = modelFiles?.files, files.isComplete
        else { return nil }
        guard var decision = container.framework?.decide(files, container) else { return nil }
        if container.hosting == .oneOfMany { decision.faults = decision.faults.map { $0.inOneOfMany() } }
        return decision
    }

    /// What the environment of the container tells alone, of a model that is there and was not looked into.
    private(set) lazy var environmentFaults =
        subject.container?.environmentFaults(hasModelData: true).map(\.fault) ?? []

    func add(bytes: Int64) { bytesSoFar = bytesSoFar.addingClamped(bytes) }

    /// Leaves a finding.
    package func report(_ finding: Finding) {
        findings.report(finding)
    }

    /// Leaves a finding about a path of the layout. Of a million alike, of which a thousand are listed, the others are not put into
    /// words.
    ///
    /// - Parameter message: what is wrong, given the path.
    package func report(
        _ rule: Rule, at path: Span<UInt8>, count: Int? = nil, help: String? = nil, _ message: (ByteString) -> String
    ) {
        if findings.count(rule, at: path, below: subject.mount) { return }
        let text = ByteString(path)
        findings.report(Finding(rule, message(text), at: location(text), count: count, help: help))
    }

    /// The names of a path of the layout.
    package func location(_ path: Span<UInt8>) -> Location {
        location(ByteString(path))
    }

    /// The names of a path of the layout.
    package func location(_ path: ByteString) -> Location {
        // What lies below the prefix of a multi-model endpoint lies nowhere in the container before a call names it.
        guard subject.hosting != .many else { return Location(key: (subject.keyPrefix ?? "") + path) }
        return Location(key: subject.keyPrefix.map { $0 + path }, path: subject.mount + "/" + path)
    }
}
