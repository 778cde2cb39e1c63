/// Hands the events of a layout to those of one inspection: the sums, the checks and the record.
struct InspectionVisitor: OrdinaryRunVisitor {
    private(set) var totals = LayoutTotals()
    let checks: CheckRunner
    let recorder: LayoutRecorder?
    let digester: LayoutDigester?
    /// Takes the rows where they are not to be in memory.
    let spill: LayoutSpill?

    init(checks: CheckRunner, recorder: LayoutRecorder?, digester: LayoutDigester?, spill: LayoutSpill?) {
        self.checks = checks
        self.recorder = recorder
        self.digester = digester
        self.spill = spill
    }

    /// Whether something is kept of each file.
    var looksAtEach: Bool { recorder.map { !$0.takesRuns } ?? false || digester != nil || spill != nil }

    func visitNames(of path: Span<UInt8>, sharing shared: Int) { checks.visitNames(of: path, sharing: shared) }

    mutating func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool {
        _ = totals.enterDirectory(path, name: name, classes)
        _ = recorder?.enterDirectory(path, name: name, classes)
        spill?.enterDirectory(path)
        let isKept = digester?.enterDirectory(path, name: name, classes) ?? false
        return checks.enterDirectory(path, name: name, classes) || isKept
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals) {
        checks.leaveDirectory(path, name: name, totals)
        digester?.leaveDirectory(path, name: name, totals)
    }

    mutating func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses
    ) {
        totals.visitFile(path, name: name, file, classes)
        checks.visitFile(path, name: name, file, classes)
        recorder?.visitFile(path, name: name, file, classes)
        spill?.visitFile(path, file)
        digester?.visitFile(path, name: name, file, classes)
    }

    mutating func visit(_ run: OrdinaryRun, behind previous: Span<UInt8>) {
        totals.add(run)
        checks.visit(run, behind: previous)
        recorder?.visit(run, behind: previous)
    }

    mutating func add(_ count: OrdinaryCount) { totals.add(count) }

    mutating func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile) {
        totals.replaceFile(path, name: name, file, replaced: replaced)
        recorder?.replaceFile(path, name: name, file, replaced: replaced)
        spill?.replaceFile(path, file)
        digester?.replaceFile(path, name: name, file, replaced: replaced)
    }

    func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int) {
        checks.endOfDuplicates(path, name: name, times: times)
    }
}
