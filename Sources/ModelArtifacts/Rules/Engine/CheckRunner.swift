/// Hands each event of an inspection to the checks that want it.
package final class CheckRunner: LayoutVisitor {
    private let context: CheckContext
    let checks: [any Check]
    private let subjectChecks: [any SubjectCheck]
    private let objectChecks: [any ObjectCheck]
    private let hostedModelChecks: [any HostedModelCheck]
    private let existingChecks: [any ExistingCheck]
    private let directoryChecks: [any DirectoryCheck]
    private let memberChecks: [any MemberCheck]
    private var waitingChecks: [any MemberCheck] = []
    private let archiveChecks: [any ArchiveCheck]
    private let layoutChecks: [any LayoutCheck]
    private let lookalikeChecks: [any LookalikeCheck]
    private let contentChecks: [any ContentCheck]
    private let weightsChecks: [any WeightsCheck]
    private let summaryChecks: [any SummaryCheck]
    /// What the model checks will look at; nil if there are none.
    private let files: WeightFiles?
    /// Those of the checks that have an interest in names, each at the place of its bit.
    private let interested: [InterestedCheck.Receiver]
    /// The bits of those that look at the traits of names.
    private let nameChecks: UInt64
    /// Which names none of them wants to see.
    package private(set) var ordinary: OrdinaryNames
    /// What the checks want to see of the contents of files.
    package let contentInterest: ContentInterest
    // Each path would be checked for exclusive access; those that are told of names alike look at no others.
    @exclusivity(unchecked) private var lookalikes = LookalikeNames()

    /// Makes the checks of all rules that the policy applies.
    package convenience init(
        checks: [any Check.Type], policy: RulePolicy, subject: Subject, findings: FindingCollector
    ) {
        let kinds = checks.filter {
            policy.applies($0.rule.id) && (subject.hosting != .many || $0.concernsManyModels)
                && $0.applies(to: subject.framework) && $0.applies(to: subject)
        }
        self.init(kinds, subject, findings, like: nil)
    }

    /// Makes the same checks of another place in the same listing, a subject that differs from that of `other` by its URI alone: what
    /// depends on the checks and not on the subject is taken over.
    package convenience init(like other: CheckRunner, subject: Subject, findings: FindingCollector) {
        self.init(other.checks.map { type(of: $0) }, subject, findings, like: other)
    }

    private init(_ kinds: [any Check.Type], _ subject: Subject, _ findings: FindingCollector, like other: CheckRunner?)
    {
        context = CheckContext(subject: subject, findings: findings)
        checks = kinds.map { $0.init() }
        subjectChecks = checks.compactMap(\.subjectCheck)
        objectChecks = checks.compactMap(\.objectCheck)
        hostedModelChecks = checks.compactMap(\.hostedModelCheck)
        existingChecks = checks.compactMap(\.existingCheck)
        directoryChecks = checks.compactMap(\.directoryCheck)
        memberChecks = checks.compactMap(\.memberCheck)
        archiveChecks = checks.compactMap(\.archiveCheck)
        layoutChecks = checks.compactMap(\.layoutCheck)
        lookalikeChecks = checks.compactMap(\.lookalikeCheck)
        contentChecks = checks.compactMap(\.contentCheck)
        weightsChecks = checks.compactMap(\.weightsCheck)
        summaryChecks = checks.compactMap(\.summaryCheck)
        let files = weightsChecks.isEmpty ? nil : WeightFiles(hasContents: subject.hasContents)
        self.files = files
        contentInterest =
            other?.contentInterest
            ?? ContentInterest(
                contentChecks, joinsWeights: files != nil, gathered: context.modelFiles?.places)
        let interests =
            checks.flatMap(InterestedCheck.all)
            + [
                context.modelFiles?.interest,
                files.map {
                    InterestedCheck(receiver: .weights($0), files: WeightFiles.interest, directories: .none)
                },
            ].compactMap { $0 }
        interested = interests.map(\.receiver)
        nameChecks = interested.enumerated().reduce(0) { bits, next in
            if case .name = next.element { bits | 1 << UInt64(next.offset) } else { bits }
        }
        ordinary =
            other?.ordinary.behind(subject.keyPrefix)
            ?? OrdinaryNames(
                files: interests.map(\.files), directories: interests.map(\.directories),
                keyPrefix: subject.keyPrefix, uploadRule: subject.uploadRule)
    }

    /// Begins again with another place in the same listing. To make a hundred checks takes longer than to inspect a small model.
    package func begin(at uri: S3URI) {
        context.begin(at: uri)
        files?.begin()
        for check in checks { check.begin() }
        ordinary = ordinary.behind(context.subject.keyPrefix)
        unsafe lookalikes.removeAll()
        begin()
    }

    package func begin() {
        for check in subjectChecks { check.check(context.subject, context) }
    }

    /// Looks at an object. `classes` tells what bytes its path holds.
    package func visit(object path: Span<UInt8>, size: Int64?, _ classes: ByteClasses) {
        if ordinary.isOrdinary(object: path, size: size, classes) { return }
        for check in objectChecks { check.check(object: path, size: size, context) }
    }

    /// Looks at what lies below the prefix of a multi-model endpoint.
    package func visit(model path: Span<UInt8>, size: Int64?, isArchive: Bool) {
        for check in hostedModelChecks { check.check(model: path, size: size, isArchive: isArchive, context) }
    }

    package func visit(_ object: ExistingObject) {
        for check in existingChecks { check.check(object, context) }
    }

    package func visit(_ entry: DirectoryEntry) {
        for check in directoryChecks { check.check(entry, context) }
    }

    package func endOfDirectory() {
        for check in directoryChecks { check.finish(directory: context) }
    }

    package func visit(_ member: ArchiveMember) {
        guard !member.isOrdinary else {
            for check in waitingChecks { check.check(member, context) }
            return
        }
        for check in memberChecks { check.check(member, context) }
        waitingChecks = memberChecks.filter(\.isWaiting)
    }

    package func endOfMembers(_ members: PathTable) {
        for check in memberChecks { check.finish(members: members, context) }
    }

    package func endOfArchive(_ outcome: ArchiveOutcome) {
        for check in archiveChecks { check.check(outcome, context) }
    }

    /// What of the contents of a file some check wants to see.
    package func contentNeeds(path: Span<UInt8>, name: Int, size: Int64) -> ContentNeeds {
        contentInterest.needs(path: path, name: name, size: size)
    }

    /// What ``contentNeeds(path:name:size:)`` will say, for other threads; nil if it wants nothing of any file.
    package var expectation: ContentExpectation? {
        guard !contentChecks.isEmpty else { return nil }
        return { [contentInterest] path, name, size in
            contentInterest.needs(path: path, name: name, size: size ?? .max)
        }
    }

    /// Looks at the contents of a file.
    ///
    /// - Parameter needs: what was wanted of them, where the caller knows it; nil if it does not.
    package func visit(
        _ contents: FileContents, wanted needs: ContentNeeds? = nil, path: Span<UInt8>, name: Int, size: Int64
    ) {
        files?.visit(contents, path: path, name: name)
        context.modelFiles?.visit(contents, path: path, name: name, size: size)
        // Where nobody looks at bytes, what is in order with nearly all files concerns no check.
        if let needs, needs.prefix == 0, contents.isUnremarkable { return }
        for check in contentChecks
        where !type(of: check).needs(path: path, name: name, size: size, format: contents.format).isNone {
            check.check(contents, path: path, name: name, size: size, context)
        }
    }

    /// Says that some contents were not to be had after all.
    package func lackContents() { files?.lackContents() }

    /// What the container does with the model; nil if it is not known, or not what it would do with all of it.
    package func decision(_ totals: SummaryTotals) -> ContainerDecision? {
        totals.isComplete && totals.files > 0 ? context.decision : nil
    }

    package func finish(_ totals: SummaryTotals) {
        for check in layoutChecks { check.finish(layout: context) }
        if let files {
            for check in weightsChecks { check.check(files, context) }
        }
        for check in summaryChecks { check.check(totals, context) }
    }

    package func visitNames(of path: Span<UInt8>, sharing shared: Int) {
        guard !lookalikeChecks.isEmpty, unsafe !lookalikes.pass(path, sharing: shared) else { return }
        unsafe lookalikes.add(path, sharing: shared) { report($0, name: $1, like: $2, $3) }
    }

    /// Whether each file has to be shown, and none may be counted in a run.
    package var looksAtEach: Bool { files?.hasContents ?? false }

    /// Takes in ordinary files, which come behind the path `previous`.
    func visit(_ run: OrdinaryRun, behind previous: Span<UInt8>) {
        context.add(bytes: run.bytes)
        guard !lookalikeChecks.isEmpty else { return }
        unsafe lookalikes.add(run, behind: previous) { report($0, name: $1, like: $2, $3) }
    }

    private func report(_ path: Span<UInt8>, name: Int, like earlier: ByteString, _ likeness: Likeness) {
        for check in lookalikeChecks where type(of: check).likeness == likeness {
            check.check(name: name, of: path, like: earlier, context)
        }
    }

    package func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool {
        let wanted = ordinary.directories.checks(for: path, name: name, classes)
        guard wanted != 0 else { return false }
        let traits = wanted & nameChecks == 0 ? [] : NameTraits(name: name, of: path, classes)
        forEach(wanted) { check in
            switch check {
            case .name(let check): check.check(name: name, of: path, isDirectory: true, traits, context)
            case .layout(let check): check.enterDirectory(path, name: name, context)
            case .gatherer(let gatherer): gatherer.enterDirectory(path)
            case .weights: break
            }
        }
        return true
    }

    package func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals) {
        forEach(ordinary.directories.checks(for: path, name: name, ByteScan.classes(of: path, from: name))) { check in
            if case .layout(let check) = check { check.leaveDirectory(path, name: name, totals, context) }
        }
        guard totals.clashesWithFile else { return }
        for check in layoutChecks { check.endOfClash(path, name: name, totals, context) }
    }

    package func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses
    ) {
        guard file.kind != .folderMarker else { return }
        if let size = file.size { context.add(bytes: size) }
        if let files, files.hasContents { files.remember(path, file.size) }
        let wanted = ordinary.files.checks(for: path, name: name, classes, isEmpty: file.size == 0)
        guard wanted != 0 else { return }
        let traits = wanted & nameChecks == 0 ? [] : NameTraits(name: name, of: path, classes)
        // A file that is borrowed cannot be handed to a closure.
        var rest = wanted
        while rest != 0 {
            switch interested[rest.trailingZeroBitCount] {
            case .name(let check): check.check(name: name, of: path, isDirectory: false, traits, context)
            case .layout(let check): check.visitFile(path, name: name, file, context)
            case .gatherer(let gatherer): gatherer.visitFile(path, name: name, file)
            case .weights(let files): files.visitFile(path, name: name, file)
            }
            rest &= rest - 1
        }
    }

    private func forEach(_ bits: UInt64, _ body: (InterestedCheck.Receiver) -> Void) {
        var rest = bits
        while rest != 0 {
            body(interested[rest.trailingZeroBitCount])
            rest &= rest - 1
        }
    }

    package func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int) {
        for check in layoutChecks { check.endOfDuplicates(path, name: name, times: times, context) }
    }
}
