/// A source with its layout, as one side of a comparison.
struct LayoutSide {
    /// Findings of these rules mean that something is missing in the layout.
    private static let stoppingRules: Set = [
        "archive-corrupt", "compression-bomb", "too-many-entries", "unreadable-file",
    ]
    /// Findings of these rules tell what is left out of the layout, or that nothing is in it.
    private static let noteworthyRules: Set = [
        "broken-symlink", "key-outside-prefix", "no-objects", "special-file", "special-member", "symlink-cycle",
    ]

    let kind: SourceKind
    let location: ByteString
    let s3URI: ByteString?
    let combination: Combination
    let summary: InspectionReport.Summary
    /// What was left out, safe to show.
    let notes: [String]
    let mount: ByteString
    /// The layout, in its order; of two listings what is not the same on both sides.
    private(set) var rows: [LayoutRow]
    /// What else is known of each row.
    var attributes: [FileAttributes]

    /// Whether it is a listing, so that there is nothing to hash.
    var isListing: Bool { kind == .listing || (kind == .s3 && combination.compressionType == .none) }

    /// Inspects a source.
    ///
    /// - Throws: ``ArtifactError`` if it cannot be inspected to its end, with code `malformedInput` if that is the fault of the
    ///   artifact.
    init(
        _ source: ComparedSource, _ options: ArtifactComparer.Options, _ needs: ComparisonNeeds
    ) throws(ArtifactError) {
        var inspection = InspectionOptions()
        inspection.s3URI = source.s3URI
        inspection.filter = options.filter
        inspection.uploadRule = options.uploadRule
        inspection.maximumSize = options.maximumSize
        inspection.jobs = options.jobs
        inspection.walkProgress = options.walkProgress
        inspection.progress = options.progress
        inspection.policy = RulePolicy(selected: Self.stoppingRules.union(Self.noteworthyRules))
        inspection.recordsLayout = true
        // Rules that are not asked for want no contents, so that this is for archives.
        inspection.objectReading = options.objectReading
        inspection.comparison = needs
        let report = try ArtifactInspector(options: inspection).inspect(source.source)
        let stopping = report.findings.first {
            Self.stoppingRules.contains($0.rule) && (!report.isComplete || $0.severity == .error)
        }
        guard report.isComplete, stopping == nil else {
            let message = stopping.map { ": " + $0.message } ?? ""
            throw ArtifactError(
                .malformedInput,
                "\(report.location): not all of it can be read\(message); 'optml check' says what to do")
        }
        kind = report.kind
        location = report.location
        s3URI = report.s3URI
        combination = report.combination
        summary = report.summary
        notes = report.findings.filter { Self.noteworthyRules.contains($0.rule) }.map(\.message)
        mount = report.mount
        rows = report.layout.map { Array($0) } ?? []
        attributes = report.attributes ?? []
        try needs.rows?.finish()
        resolveHardLinks()
    }

    /// Adds a row of a listing behind the others.
    mutating func append(_ row: LayoutRow, _ attributes: FileAttributes) {
        rows.append(row)
        self.attributes.append(attributes)
    }

    /// The row with a number.
    func file(_ index: Int) -> ComparedFile {
        ComparedFile(row: rows[index], attributes: attributes[index], isListed: isListing)
    }

    /// The files, in order.
    var files: some Sequence<ComparedFile> { rows.indices.lazy.filter { rows[$0].kind == .file }.map(file) }

    /// The files whose contents have to be hashed, with the plans for each; none where that was done already.
    func files(toHashBy rule: UploadRule, against other: LayoutSide) -> [ComparedFileHasher.File] {
        guard !isListing, combination.compressionType == .none else { return [] }
        let plans = ContentPlans(rule: rule, against: other)
        return rows.indices.compactMap { index in
            guard rows[index].kind == .file, let size = rows[index].size else { return nil }
            let plans = plans.plans(forSize: size)
            return plans.isEmpty ? nil : ComparedFileHasher.File(index: index, size: size, plans: plans)
        }
    }

    /// The path of the file that a row is made of.
    func sourcePath(of index: Int) -> ByteString {
        guard kind == .directory else { return location }
        return location + "/" + ByteString(Array(rows[index].path.bytes.dropFirst(mount.count + 1)))
    }

    /// The key of the object that a row of what lies in S3 is made of.
    func key(of index: Int) -> ByteString {
        let path = ByteString(Array(rows[index].path.bytes.dropFirst(mount.count + 1)))
        return KeyScope(s3URI.flatMap { S3URI($0) }, combination.dataType).key(ofPath: path)
    }

    /// Gives hard links in an archive the contents of what they stand for.
    private mutating func resolveHardLinks() {
        let links = rows.indices.filter { rows[$0].kind == .file && rows[$0].target != nil }
        guard !links.isEmpty else { return }
        var files: [ByteString: Int] = [:]
        for index in rows.indices where rows[index].kind == .file { files[rows[index].path] = index }
        for link in links {
            var file = link
            // One that stands for itself, or by way of more others than systems follow, is left as it is.
            for _ in 0..<40 {
                guard let target = rows[file].target else { break }
                guard let next = files[mount + "/" + MemberPath(target).path] else { break }
                file = next
            }
            guard rows[file].target == nil else { continue }
            rows[link].target = nil
            rows[link].size = rows[file].size
            attributes[link].etags = attributes[file].etags
        }
    }
}
