/// Hands each event of an inspection to the checks that want it.
package final class CheckRunner: LayoutVisitor {
    private let context: CheckContext
    private let subjectChecks: [any SubjectCheck]
    private let objectChecks: [any ObjectCheck]
    private let existingChecks: [any ExistingCheck]
    private let directoryChecks: [any DirectoryCheck]
    private let memberChecks: [any MemberCheck]
    private let archiveChecks: [any ArchiveCheck]
    private let nameChecks: [any NameCheck]
    private let layoutChecks: [any LayoutCheck]
    private let contentChecks: [any ContentCheck]
    private let summaryChecks: [any SummaryCheck]
    /// Which files none of the checks wants to see for their own sake.
    package let ordinary: OrdinaryFiles
    /// The lengths of names, modulo 64, that some layout check wants to see for now.
    private var wantedLengths: UInt64 = 0

    /// Makes the checks of all rules that the policy applies.
    package init(checks: [any Check.Type], policy: RulePolicy, subject: Subject, findings: FindingCollector) {
        context = CheckContext(subject: subject, findings: findings)
        let checks = checks.filter { policy.applies($0.rule.id) }.map { $0.init() }
        subjectChecks = checks.compactMap { $0.subjectCheck }
        objectChecks = checks.compactMap { $0.objectCheck }
        existingChecks = checks.compactMap { $0.existingCheck }
        directoryChecks = checks.compactMap { $0.directoryCheck }
        memberChecks = checks.compactMap { $0.memberCheck }
        archiveChecks = checks.compactMap { $0.archiveCheck }
        nameChecks = checks.compactMap { $0.nameCheck }
        layoutChecks = checks.compactMap { $0.layoutCheck }
        contentChecks = checks.compactMap { $0.contentCheck }
        summaryChecks = checks.compactMap { $0.summaryCheck }
        let interests = nameChecks.map { type(of: $0).interest } + layoutChecks.map { type(of: $0).interest }
        ordinary = OrdinaryFiles(
            InterestTable(interests), keyPrefix: subject.keyPrefix, uploadRule: subject.uploadRule)
    }

    package func begin() {
        for check in subjectChecks { check.check(context.subject, context) }
        updateWantedLengths()
    }

    /// Looks at an object. `classes` tells what bytes its path holds.
    package func visit(object path: Span<UInt8>, size: Int64?, _ classes: ByteClasses) {
        if ordinary.isOrdinary(object: path, size: size, classes) { return }
        for check in objectChecks { check.check(object: path, size: size, context) }
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
        guard !member.isOrdinary else { return }
        for check in memberChecks { check.check(member, context) }
    }

    package func endOfMembers(_ members: PathTable) {
        for check in memberChecks { check.finish(members: members, context) }
    }

    package func endOfArchive(_ outcome: ArchiveOutcome) {
        for check in archiveChecks { check.check(outcome, context) }
    }

    /// How many bytes from the start of a file some check wants to see; 0 for none.
    package func bytesNeeded(path: Span<UInt8>, name: Int, size: Int64) -> Int {
        contentChecks.reduce(0) { max($0, $1.bytesNeeded(path: path, name: name, size: size)) }
    }

    package func visit(contents: Span<UInt8>, path: Span<UInt8>, name: Int, size: Int64) {
        for check in contentChecks where check.bytesNeeded(path: path, name: name, size: size) > 0 {
            check.check(contents: contents, path: path, name: name, size: size, context)
        }
    }

    package func finish(_ totals: SummaryTotals) {
        for check in layoutChecks { check.finish(layout: context) }
        for check in summaryChecks { check.check(totals, context) }
    }

    package func enterDirectory(_ path: Span<UInt8>, name: Int) {
        let traits = NameTraits(name: name, of: path, ByteScan.classes(of: path, from: name))
        for check in nameChecks { check.check(name: name, of: path, isDirectory: true, traits, context) }
        for check in layoutChecks { check.enterDirectory(path, name: name, context) }
        updateWantedLengths()
    }

    package func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals) {
        for check in layoutChecks { check.leaveDirectory(path, name: name, totals, context) }
        updateWantedLengths()
    }

    package func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses
    ) {
        guard file.kind != .folderMarker else { return }
        var wanted = ordinary.interests.checks(for: path, name: name, classes)
        let length: UInt64 = 1 &<< UInt64(path.count - name)
        if wantedLengths & length != 0 { wanted |= layoutChecks(wanting: length) }
        if wanted != 0 { show(path, name: name, file, to: wanted, classes) }
    }

    /// Whether some check wants to see, for now, names of one of the lengths in a set of bits, modulo 64.
    package func wantsNames(ofLengths lengths: UInt64) -> Bool { wantedLengths & lengths != 0 }

    /// The bits of the layout checks that want to see names of a length for now.
    private func layoutChecks(wanting length: UInt64) -> UInt64 {
        var checks: UInt64 = 0
        for index in layoutChecks.indices where layoutChecks[index].wantedLengths & length != 0 {
            checks |= 1 << UInt64(nameChecks.count + index)
        }
        return checks
    }

    /// Shows a file to the checks whose bits are set.
    private func show(
        _ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, to wanted: UInt64, _ classes: ByteClasses
    ) {
        let traits = NameTraits(name: name, of: path, classes)
        var rest = wanted
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            rest &= rest - 1
            if index < nameChecks.count {
                nameChecks[index].check(name: name, of: path, isDirectory: false, traits, context)
            } else {
                layoutChecks[index - nameChecks.count].visitFile(path, name: name, file, context)
            }
        }
        updateWantedLengths()
    }

    private func updateWantedLengths() {
        wantedLengths = layoutChecks.reduce(0) { $0 | $1.wantedLengths }
    }

    package func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int) {
        for check in layoutChecks { check.endOfDuplicates(path, name: name, times: times, context) }
    }
}
