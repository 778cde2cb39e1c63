/// Channels: `AdditionalModelDataSources`, each in a directory of its own beside the model's.
extension InspectionReport {
    /// The absolute path of the directory that this report's own data goes to.
    package var mount: ByteString { ModelDirectory.path(ofChannel: channel) }

    /// The sums of the model's own data, without the channels.
    package var ownSummary: Summary {
        channels.reduce(into: summary) { sums, channel in
            sums.objects -= channel.summary.objects
            sums.files -= channel.summary.files
            sums.directories -= channel.summary.directories
            sums.bytes -= channel.summary.bytes
            sums.unknownSizes -= channel.summary.unknownSizes
        }
    }

    /// Takes in the report on a channel: its findings, its sums, its layout.
    package mutating func add(channel report: InspectionReport) {
        channels.append(report)
        contents = contents.joined(with: report.contents)
        remarks += report.remarks.filter { !remarks.contains($0) }
        mergeFindings(of: report)
        summary.objects += report.summary.objects
        summary.files += report.summary.files
        summary.directories += report.summary.directories
        summary.bytes = summary.bytes.addingClamped(report.summary.bytes)
        summary.unknownSizes += report.summary.unknownSizes
        summary.errors += report.summary.errors
        summary.warnings += report.summary.warnings
        summary.notes += report.summary.notes
        if let added = report.layout { layout?.insert(added, ofChannel: report.channel ?? "") }
    }

    /// Takes in findings, and lists no more of a rule than a report does.
    private mutating func mergeFindings(of report: InspectionReport) {
        let totals = self.totals.merging(report.totals, uniquingKeysWith: +)
        var listed: [String: Int] = [:]
        findings = (findings + report.findings).sorted().filter { finding in
            listed[finding.rule, default: 0] += 1
            return listed[finding.rule, default: 0] <= FindingCollector.listedPerRule
        }
        truncated = totals.filter { $0.value > FindingCollector.listedPerRule }
            .map { TruncatedRule(rule: $0.key, total: $0.value) }.sorted { $0.rule < $1.rule }
    }

    /// How many findings of each rule there are, listed or not.
    private var totals: [String: Int] {
        var totals: [String: Int] = [:]
        for finding in findings { totals[finding.rule, default: 0] += 1 }
        for rule in truncated { totals[rule.rule] = rule.total }
        return totals
    }
}
