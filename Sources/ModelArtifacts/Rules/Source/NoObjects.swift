/// Finds a source from which nothing would arrive.
final class NoObjects: SummaryCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "no-objects", .error, "nothing would arrive in the model directory",
        explanation: """
            An empty directory, an archive without files, a file of 0 bytes, a prefix with no key below it or an object \
            that is not there gives a container without a model. CreateModel answers "Could not find model data", or the \
            container starts and fails its health checks.
            """,
        remedy: "check the path or the URI for a typing error, and that the model was written there",
        example: Rule.Example(
            bad: "s3://mybucket/modle/ (no key begins with it)", good: "s3://mybucket/model/ (with model/weights)"),
        source: "https://github.com/awslabs/generative-ai-cdk-constructs/issues/179")

    /// What is said where many models were looked for and there is none.
    static func finding(ofNoModelIn place: ByteString, policy: RulePolicy) -> Finding {
        var finding = Finding(
            rule, "'\(place)' has no model in the listing", help: "check the URI, and how deep below it models are")
        finding.severity = policy.severities[rule.id] ?? finding.severity
        return finding
    }

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        let subject = context.subject
        guard totals.isComplete, subject.isInspected, !Self.isExplainedByOthers(subject) else { return }
        guard subject.hosting != .many else {
            guard totals.files == 0 else { return }
            var finding = Finding(
                Self.rule, "'\(subject.uriText ?? subject.location)' has no archive of a model below it",
                help: Self.help(subject, totals))
            // An endpoint may start without models, which come later.
            finding.severity = .warning
            return context.report(finding)
        }
        let isRemote = subject.kind == .listing || subject.kind == .s3
        // What an archive in a bucket holds is not known, only whether it is there.
        let count = isRemote && subject.combination.compressionType == .gzip ? totals.objects : totals.files
        if subject.kind == .file {
            guard totals.bytes == 0 else { return }
        } else {
            guard count == 0 else { return }
        }
        let key = isRemote ? subject.objectKey ?? subject.keyPrefix : nil
        context.report(
            Finding(
                Self.rule, Self.message(subject, totals), at: Location(key: key.flatMap { $0.isEmpty ? nil : $0 }),
                help: Self.help(subject, totals)))
    }

    /// The prefix that no key of a listing begins with; nil if that is not why nothing would arrive.
    private static func strangePrefix(_ subject: Subject, _ totals: SummaryTotals) -> ByteString? {
        guard subject.kind == .listing, subject.combination.dataType == .prefix, totals.objects == 0,
            totals.outsidePrefix > totals.otherBucketKeys + totals.siblingCount
        else { return nil }
        return subject.keyPrefix
    }

    /// What to do where the listing has names that may be those of files in place of keys.
    private static func help(_ subject: Subject, _ totals: SummaryTotals) -> String? {
        if subject.combination.dataType == .prefix, let uri = subject.uri, totals.siblings.contains(uri.key) {
            let words = subject.wordsForObject(isArchive: NestedArchive.isArchiveName(uri.key))
            return "the URI is that of an object: \(words)"
        }
        if totals.leavesOut { return "check --exclude, --include and --exclude-junk" }
        if totals.otherBucketKeys > 0, totals.otherBucketKeys == totals.outsidePrefix {
            return "check the bucket of \(subject.uriName), or give a listing of that bucket"
        }
        if subject.listingFormat == .awsS3Ls, totals.objects == 0, totals.outsidePrefix > 0, let uri = subject.uriText {
            let command = "`aws s3 ls --recursive \(ShellWord.quoted(uri))`"
            return
                "check \(subject.uriName); without --recursive the command prints names in place of keys: give what \(command) prints"
        }
        guard let prefix = strangePrefix(subject, totals) else { return nil }
        guard subject.listingFormat ?? .keys == .keys else {
            return "check \(subject.uriName); if these are names below the prefix, put it in front of each"
        }
        // What sed reads as something else than itself.
        let isPlain = !prefix.bytes.contains { "|&\\\n".utf8.contains($0) }
        let command = isPlain ? ", as by `sed \(ShellWord.quoted("s|^|" + prefix + "|"))`" : ""
        return "check \(subject.uriName); if these are names below the prefix, put it in front of each\(command)"
    }

    private static func isExplainedByOthers(_ subject: Subject) -> Bool {
        if !subject.combination.isSupported || NotAGzipTar.applies(to: subject) { return true }
        guard subject.combination.dataType == .object else { return false }
        if subject.kind == .directory, subject.combination.compressionType == .none { return true }
        return subject.uri.map { $0.key.isEmpty || $0.key.hasSuffix("/") || $0.text.hasSuffix("/") } ?? false
    }

    private static func message(_ subject: Subject, _ totals: SummaryTotals) -> String {
        switch subject.kind {
        case .directory where totals.leavesOut:
            return "'\(subject.location)' holds no files but those that are left out, so nothing would arrive"
        case .directory: return "'\(subject.location)' holds no files, so nothing would arrive"
        case .archive: return archiveMessage(subject, totals)
        case .file: return "'\(subject.location)' is an empty file"
        case .listing, .s3:
            let place = subject.uriText ?? subject.location
            guard subject.combination.dataType == .prefix else { return "'\(place)' is not among the objects listed" }
            let others = totals.outsidePrefix
            if others > 0, others == totals.otherBucketKeys {
                return "'\(place)' has nothing in the listing: \(Plural.count(others, "key")), all of other buckets"
            }
            if let prefix = strangePrefix(subject, totals) {
                return
                    "'\(place)' has nothing in the listing: of \(Plural.count(others, "key")) none begins with '\(prefix)'"
            }
            let elsewhere = others > 0 ? "; the listing has \(Plural.count(others, "key")) elsewhere" : ""
            return "'\(place)' has no objects below it\(elsewhere)"
        }
    }

    private static func archiveMessage(_ subject: Subject, _ totals: SummaryTotals) -> String {
        func members(_ reason: LostMember, _ one: String, _ many: String) -> String? {
            totals.lost[reason].map { Plural.count($0, "member") + ($0 == 1 ? one : many) }
        }
        let lost = [
            members(.outside, " lies outside of it", " lie outside of it"),
            members(.tooLong, " has a path that is too long", " have paths that are too long"),
            members(.special, " is a device or a FIFO", " are devices or FIFOs"),
        ].compactMap(\.self)
        guard !lost.isEmpty else { return "'\(subject.location)' holds no files, so nothing would be unpacked" }
        return "'\(subject.location)' holds no files for the model directory: " + lost.joined(separator: ", ")
    }
}
