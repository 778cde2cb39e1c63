@testable import ModelArtifacts

/// An artifact made of values, which the rules look at through the engine as they would at a real one.
struct Artifact {
    var subject: Subject
    var keys: [(key: ByteString, size: Int64?)] = []
    var contents: [ByteString: [UInt8]] = [:]
    var entries: [DirectoryEntry] = []
    var members: [ArchiveMember] = []
    var outcome: ArchiveOutcome?
    var existing: [ExistingObject] = []
    var archived: [ArchiveClass: ArchivedObjects] = [:]
    var listedBucket: ByteString?

    /// A listing, by default of the keys below a prefix.
    static func listing(
        _ uri: ByteString, _ keys: [ByteString], as combination: Combination = Combination(.prefix, .none),
        size: Int64? = 10
    ) -> Artifact {
        Artifact(
            subject: Subject(
                kind: .listing, location: "keys.txt", uriText: uri, uri: S3URI(uri), combination: combination,
                combinationIsExplicit: true),
            keys: keys.map { ($0, size) })
    }

    /// The same as a listing that says which bucket it is of.
    func listed(in bucket: ByteString) -> Artifact {
        var copy = self
        copy.listedBucket = bucket
        return copy
    }

    /// A directory with files of these paths, each of 10 bytes, or the length of its contents where they are given.
    static func directory(
        _ files: [ByteString], contents: [ByteString: String] = [:], entries: [DirectoryEntry] = [],
        as combination: Combination = Combination(.prefix, .none), uri: ByteString? = nil
    ) -> Artifact {
        Artifact(
            subject: Subject(
                kind: .directory, location: "model", uriText: uri, uri: uri.flatMap { S3URI($0) },
                combination: combination, combinationIsExplicit: false),
            keys: files.map { ($0, contents[$0].map { Int64($0.utf8.count) } ?? 10) },
            contents: contents.mapValues { Array($0.utf8) }, entries: entries)
    }

    /// A directory that holds files of these contents, and others of 10 bytes.
    static func directory(_ contents: [ByteString: [UInt8]], _ files: ByteString...) -> Artifact {
        var artifact = directory(files)
        artifact.keys += contents.map { ($0.key, Int64($0.value.count)) }
        artifact.contents = contents
        return artifact
    }

    /// A directory that holds one file and something else.
    static func entry(_ path: ByteString, _ kind: DirectoryEntry.Kind) -> Artifact {
        directory(["weights"], entries: [DirectoryEntry(path: path, kind: kind)])
    }

    /// A directory that is uploaded to where there are objects already.
    static func upload(over existing: ExistingObject...) -> Artifact {
        var artifact = directory(["weights"], uri: "s3://mybucket/model/")
        artifact.existing = existing
        return artifact
    }

    /// A gzip-compressed tar archive.
    static func archive(
        _ members: [ArchiveMember], outcome: ArchiveOutcome = ArchiveOutcome(),
        as combination: Combination = Combination(.object, .gzip)
    ) -> Artifact {
        Artifact(
            subject: Subject(
                kind: .archive, location: "model.tar.gz", combination: combination, combinationIsExplicit: false,
                archiveSize: 1000),
            keys: combination.compressionType == .none ? [("model.tar.gz", 1000)] : [], members: members,
            outcome: outcome)
    }

    /// An archive with files of these names.
    static func archive(_ names: ByteString...) -> Artifact { archive(names.map { .member($0) }) }

    /// The same as what a multi-model endpoint is to find.
    func hosting(_ hosting: ModelHosting) -> Artifact { with { $0.hosting = hosting } }

    /// Any other file.
    static func file(
        _ name: ByteString, size: Int64 = 10, _ content: String, isNamedTarGzip: Bool = false,
        as combination: Combination = Combination(.object, .none), isExplicit: Bool = false
    ) -> Artifact {
        let content = SourceContent(
            description: content, remedy: "pack it again", isGzipTar: false, isEmpty: size == 0,
            isNamedTarGzip: isNamedTarGzip)
        return Artifact(
            subject: Subject(
                kind: .file, location: name, combination: combination, combinationIsExplicit: isExplicit,
                content: content),
            keys: [(name, size)])
    }

    /// The same with another subject.
    func with(_ change: (inout Subject) -> Void) -> Artifact {
        var copy = self
        change(&copy.subject)
        return copy
    }

    /// What the rules have to say, sorted.
    func findings(_ checks: [any Check.Type] = RuleCatalog.checks) -> [Finding] {
        let collector = FindingCollector()
        _ = inspect(collector, checks)
        return collector.listed
    }

    /// Shows it to checks.
    ///
    /// - Returns: what has the checks, after it is through.
    func inspect(_ collector: FindingCollector, _ checks: [any Check.Type] = RuleCatalog.checks) -> CheckRunner {
        let runner = CheckRunner(checks: checks, policy: RulePolicy(), subject: subject, findings: collector)
        runner.begin()
        var totals = SummaryTotals()
        totals.archived = archived
        totals.listedBucket = listedBucket
        var table = PathTable()
        if subject.isInspected, subject.combination.isSupported {
            for (key, size) in keys {
                if subject.hosting == .many {
                    take(model: key, size, &totals, runner)
                } else {
                    take(key, size, into: &table, &totals, runner)
                }
            }
        }
        for object in existing { runner.visit(object) }
        for entry in entries { runner.visit(entry) }
        runner.endOfDirectory()
        if subject.combination.compressionType == .gzip { take(members, into: &table, &totals, runner) }
        if let outcome {
            runner.endOfArchive(outcome)
            totals.isComplete = outcome.damage == nil && outcome.exceededSize == nil && outcome.exceededMembers == nil
        }
        table.sort()
        let counts = Self.layOut(table, for: LayoutTotals())
        _ = Self.layOut(table, for: runner)
        if subject.hosting != .many { totals.files = counts.files }
        totals.bytes = counts.bytes
        runner.finish(totals)
        return runner
    }

    private static func layOut<Visitor: LayoutVisitor>(_ table: PathTable, for visitor: Visitor) -> Visitor {
        var builder = LayoutBuilder(visitor: visitor)
        try? table.forEach { (path, file) throws(LayoutOrderError) in try builder.add(path, file) }
        builder.finish()
        return builder.visitor
    }

    private func take(model key: ByteString, _ size: Int64?, _ totals: inout SummaryTotals, _ runner: CheckRunner) {
        guard let path = path(of: key) else { return totals.outsidePrefix += 1 }
        totals.objects += 1
        runner.visit(object: path.bytes.span, size: size, ByteScan.classes(of: path.bytes.span, from: 0))
        guard !path.isEmpty, !path.hasSuffix("/") else { return }
        let isArchive = NestedArchive.isArchiveName(path)
        runner.visit(model: path.bytes.span, size: size, isArchive: isArchive)
        if isArchive { totals.files += 1 }
    }

    private func take(
        _ key: ByteString, _ size: Int64?, into table: inout PathTable, _ totals: inout SummaryTotals,
        _ runner: CheckRunner
    ) {
        guard let path = path(of: key) else {
            totals.outsidePrefix += 1
            if let uri = subject.uri, key.hasPrefix(uri.key) {
                totals.siblingCount += 1
                totals.siblings.append(key)
            }
            return
        }
        totals.objects += 1
        runner.visit(object: path.bytes.span, size: size, ByteScan.classes(of: path.bytes.span, from: 0))
        if subject.kind == .listing, subject.combination.compressionType == .gzip { return }
        let isMarker = subject.combination.dataType == .prefix && (path.isEmpty || path.hasSuffix("/"))
        table.append(path.bytes.span, LayoutFile(isMarker ? .folderMarker : .file, size: size))
        let name = path.count - path.lastComponent.count
        guard let bytes = contents[key] else { return }
        let size = Int64(bytes.count)
        let needs = runner.contentNeeds(path: path.bytes.span, name: name, size: size)
        if !needs.isNone,
            let seen = try? MemoryFile(bytes).contents(
                ContentReading(name: path.lastComponent.bytes.span, size: size, needs))
        {
            runner.visit(seen, wanted: needs, path: path.bytes.span, name: name, size: size)
        }
    }

    /// The path that a key of a listing, or a file, has in the layout; nil if it is not part of the model.
    private func path(of key: ByteString) -> ByteString? {
        guard [.listing, .s3].contains(subject.kind), let uri = subject.uri else { return key }
        if subject.combination.dataType == .object { return key == uri.key ? key.lastComponent : nil }
        let prefix = uri.directoryPrefix
        return key.hasPrefix(prefix) ? ByteString(Array(key.bytes.dropFirst(prefix.count))) : nil
    }

    private func take(
        _ members: [ArchiveMember], into table: inout PathTable, _ totals: inout SummaryTotals, _ runner: CheckRunner
    ) {
        if subject.kind == .archive { totals.objects += 1 }
        for member in members {
            runner.visit(member)
            let path = MemberPath(member.name)
            if let reason = LostMember(member, at: path) {
                totals.lost[reason, default: 0] += 1
                continue
            }
            guard !path.isRoot else { continue }
            switch member.kind {
            case .directory: table.append((path.path + "/").bytes.span, LayoutFile(.directory))
            case .symbolicLink:
                table.append(path.path.bytes.span, LayoutFile(.symbolicLink, target: member.linkTarget))
            default:
                table.append(
                    path.path.bytes.span, LayoutFile(.file, size: member.size, target: member.linkTarget))
            }
        }
        table.sort()
        runner.endOfMembers(table)
    }
}

extension ArchiveMember {
    /// A member, by default a file of 10 bytes that anyone may read.
    static func member(
        _ name: ByteString, _ kind: Kind = .file, to target: ByteString? = nil, mode: UInt16 = 0o755,
        warning: String? = nil
    ) -> ArchiveMember {
        ArchiveMember(
            name: name, kind: kind, size: kind == .file ? 10 : 0, linkTarget: target, mode: mode, headerOffset: 0,
            warning: warning)
    }
}

extension ByteString {
    /// Many times the same letters.
    static func many(_ text: String, _ count: Int) -> ByteString { ByteString(String(repeating: text, count: count)) }
}

extension Artifact {
    /// The same for a container.
    func served(
        by framework: Framework?, image: String? = nil, _ environment: [String: String]? = nil
    ) -> Artifact {
        with {
            $0.container = Container(
                framework: framework, image: image.map { ContainerImage($0) }, environment: environment)
        }
    }
}
