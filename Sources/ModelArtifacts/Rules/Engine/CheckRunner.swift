/// Hands each event of an inspection to the checks that want it.
package final class CheckRunner: LayoutVisitor {
    private let context: CheckContext
    private let subjectChecks: [any SubjectCheck]
    private let objectChecks: [any ObjectCheck]
    private let directoryChecks: [any DirectoryCheck]
    private let memberChecks: [any MemberCheck]
    private let archiveChecks: [any ArchiveCheck]
    private let nameChecks: [any NameCheck]
    private let layoutChecks: [any LayoutCheck]
    private let contentChecks: [any ContentCheck]
    private let summaryChecks: [any SummaryCheck]

    /// Makes the checks of all rules that the policy applies.
    package init(checks: [any Check.Type], policy: RulePolicy, subject: Subject, findings: FindingCollector) {
        context = CheckContext(subject: subject, findings: findings)
        let checks = checks.filter { policy.applies($0.rule.id) }.map { $0.init() }
        subjectChecks = checks.compactMap { $0 as? any SubjectCheck }
        objectChecks = checks.compactMap { $0 as? any ObjectCheck }
        directoryChecks = checks.compactMap { $0 as? any DirectoryCheck }
        memberChecks = checks.compactMap { $0 as? any MemberCheck }
        archiveChecks = checks.compactMap { $0 as? any ArchiveCheck }
        nameChecks = checks.compactMap { $0 as? any NameCheck }
        layoutChecks = checks.compactMap { $0 as? any LayoutCheck }
        contentChecks = checks.compactMap { $0 as? any ContentCheck }
        summaryChecks = checks.compactMap { $0 as? any SummaryCheck }
    }

    package func begin() {
        for check in subjectChecks { check.check(context.subject, context) }
    }

    package func visit(object path: Span<UInt8>, size: Int64?) {
        for check in objectChecks { check.check(object: path, size: size, context) }
    }

    package func visit(_ entry: DirectoryEntry) {
        for check in directoryChecks { check.check(entry, context) }
    }

    package func endOfDirectory() {
        for check in directoryChecks { check.finish(directory: context) }
    }

    package func visit(_ member: ArchiveMember) {
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
        checkName(name, of: path, isDirectory: true)
        for check in layoutChecks { check.enterDirectory(path, name: name, context) }
    }

    package func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals) {
        for check in layoutChecks { check.leaveDirectory(path, name: name, totals, context) }
    }

    package func visitFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile) {
        if file.kind != .folderMarker { checkName(name, of: path, isDirectory: false) }
        for check in layoutChecks { check.visitFile(path, name: name, file, context) }
    }

    package func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int) {
        for check in layoutChecks { check.endOfDuplicates(path, name: name, times: times, context) }
    }

    private func checkName(_ name: Int, of path: Span<UInt8>, isDirectory: Bool) {
        let traits = NameTraits(name: name, of: path)
        for check in nameChecks { check.check(name: name, of: path, isDirectory: isDirectory, traits, context) }
    }
}
