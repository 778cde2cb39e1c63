import ModelArtifacts
import SageMakerModel

extension HTMLPage {
    /// The page of an inspection: of `check` and `layout`.
    init(_ report: InspectionReport, _ findings: FindingsReport) {
        let summary = report.summary
        let uri = report.s3URI.map { " for \($0)" } ?? ""
        let contents = report.contents.words.map { " · contents \($0)" } ?? ""
        var trees: [PageTree] = []
        for part in [report] + report.channels {
            guard let digest = part.digest else { continue }
            var tree = PageTree(digest, title: "What SageMaker lays out under \(part.mount)")
            tree.add(findings)
            trees.append(tree)
        }
        let size = ByteSize(bytes: summary.bytes).description
        self.init(
            title: "\(report.location)", verdict: Self.verdict(findings),
            subtitle: "optml \(findings.command) · \(report.kind.rawValue) as \(report.combination)\(uri)\(contents)",
            cards: Self.cards(findings.counts) + [
                Card(value: "\(summary.files)", label: summary.files == 1 ? "file" : "files"),
                Card(value: "\(summary.directories)", label: summary.directories == 1 ? "directory" : "directories"),
                Card(
                    value: summary.unknownSizes == summary.files && summary.files > 0 ? "?" : size,
                    label: summary.unknownSizes == 0
                        ? "in all" : "\(Plural.count(summary.unknownSizes, "size")) not known"),
            ], findings: findings, trees: trees)
    }

    /// The page of a report on requests.
    init(_ report: RequestReport, _ findings: FindingsReport) {
        self.init(
            title: "\(report.location)", verdict: Self.verdict(findings),
            subtitle: "optml \(findings.command) · \(report.subject)",
            cards: Self.cards(findings.counts), findings: findings)
    }

    /// The page of several reports: their findings, each with what it is about.
    init(_ reports: [(location: ByteString, findings: FindingsReport)], _ noun: String) {
        let labelled = reports.map { location, report in
            FindingsReport(
                command: report.command, properties: report.properties,
                joined: report.results.map { result in
                    var finding = result.finding
                    finding.message = "'\(location)': \(finding.message)"
                    return FindingsReport.Result(
                        finding: finding, file: result.file, related: result.related, fingerprint: result.fingerprint)
                }, truncated: report.truncated, counts: report.counts, rules: report.rules, skipped: report.skipped,
                failOn: report.failOn)
        }
        let all = FindingsReport(joining: labelled, of: noun)
        self.init(
            title: Plural.count(reports.count, noun), verdict: Self.verdict(all), subtitle: "optml \(all.command)",
            cards: Self.cards(all.counts), findings: all)
    }

    /// The page of a comparison with what is expected.
    ///
    /// - Throws: what reading the sides again throws.
    init(_ report: VerificationReport, _ findings: FindingsReport) throws(ArtifactError) {
        var tree = PageTree(mount: "", title: "What is not the same")
        try report.forEachDifference { comparison in
            let mark: PageEntry.Mark
            switch comparison.status {
            case .same: return
            case .changed: mark = .changed
            case .missing: mark = .removed
            case .unexpected: mark = .added
            case .unverifiable: mark = .unverifiable
            }
            guard let entry = tree.insert("/" + comparison.name, kind: .file) else { return }
            entry.mark = mark
            entry.remark = Self.sizes(comparison.expected?.size, comparison.actual?.size)
            if mark == .removed { entry.remark = "missing" }
            if mark == .added { entry.remark = "unexpected" }
        }
        self.init(
            title: "\(report.actual.location)",
            verdict: report.passes ? ("is as expected", "good") : ("is not as expected", "error"),
            subtitle:
                "optml verify · \(report.actual.kind) against \(report.expected.kind) \(report.expected.location)",
            cards: ObjectStatus.allCases.map { status in
                let count = report.summary.count(status)
                return Card(
                    value: "\(count)", label: status.rawValue, style: status == .same || count == 0 ? "" : "error")
            }, findings: findings, trees: tree.root.children.isEmpty ? [] : [tree])
    }

    /// The page of what changes from one source to another.
    init(_ diff: ArtifactDiff) {
        let mount = ModelDirectory.path
        var tree = PageTree(mount: mount, title: "What changes under \(mount)")
        for change in diff.changes {
            guard let entry = tree.insert(change.path, kind: (change.to ?? change.from)?.kind ?? .file) else {
                continue
            }
            switch change.kind {
            case .added: entry.mark = .added
            case .removed: entry.mark = .removed
            case .changed, .type: entry.mark = .changed
            case .moved: entry.mark = .moved
            }
            entry.remark =
                (change.kind == .moved ? "was \(change.from?.path ?? "")" : nil)
                ?? Self.sizes(change.from?.size, change.to?.size)
        }
        for unverified in diff.unverified {
            guard let entry = tree.insert(unverified.to.path, kind: unverified.to.kind) else { continue }
            entry.mark = .unverifiable
            entry.remark = Self.sizes(unverified.from.size, unverified.to.size)
        }
        let sums = diff.summary
        let cards: [(Int, String)] = [
            (sums.added, "added"), (sums.removed, "removed"), (sums.changed, "changed"), (sums.moved, "moved"),
            (sums.type, "of another type"), (sums.unverified, "not comparable"), (sums.same, "the same"),
        ]
        self.init(
            title: "\(diff.from.location) → \(diff.to.location)",
            verdict: diff.mayDiffer ? ("differ", "warning") : ("are the same", "good"),
            subtitle: "optml diff · \(Self.side(diff.from)), now \(Self.side(diff.to))",
            cards: cards.map { Card(value: "\($0.0)", label: $0.1) },
            trees: tree.root.children.isEmpty ? [] : [tree])
    }

    private static func side(_ side: ArtifactDiff.Side) -> String {
        "\(Plural.count(side.files, "file")), \(ByteSize(bytes: side.bytes))"
    }

    private static func sizes(_ old: Int64?, _ new: Int64?) -> String? {
        switch (old.map(ByteSize.init(bytes:)), new.map(ByteSize.init(bytes:))) {
        case (let old?, let new?): old == new ? "\(new)" : "\(old) → \(new)"
        case (let size?, nil), (nil, let size?): "\(size)"
        case (nil, nil): nil
        }
    }

    static func verdict(_ findings: FindingsReport) -> (words: String, style: String) {
        switch findings.verdict {
        case .fails: ("fails", "error")
        case .passesWithFindings: ("passes, with findings", "warning")
        case .passes: ("passes", "good")
        }
    }

    static func cards(_ counts: FindingCounts) -> [Card] {
        [
            Card(
                value: "\(counts.errors)", label: counts.errors == 1 ? "error" : "errors",
                style: counts.errors > 0 ? "error" : ""),
            Card(
                value: "\(counts.warnings)", label: counts.warnings == 1 ? "warning" : "warnings",
                style: counts.warnings > 0 ? "warning" : ""),
            Card(value: "\(counts.notes)", label: counts.notes == 1 ? "note" : "notes"),
        ]
    }
}
