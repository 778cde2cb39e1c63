/// Reads an archive once from its first to its last byte: members, contents that rules ask for, and the archive's own ETag.
struct ArchiveInspection {
    private let file: any RandomAccessFile
    private let run: InspectionRun

    init(file: any RandomAccessFile, run: InspectionRun) {
        self.file = file
        self.run = run
    }

    /// Reads the archive and lays out its members.
    ///
    /// - Throws: ``ArtifactError`` if the file cannot be read or changes. Damage of the archive becomes a finding.
    func read() throws(ArtifactError) {
        let name = run.subject.objectName
        let existing = try ExistingPass(run)
        let forward = file as? any ForwardFile
        forward?.begin()
        let mayExist = try existing?.mayHold(name.bytes.span, size: file.size) ?? false
        let hasher =
            forward == nil && (run.options.hashesArchive || mayExist)
            ? try ArchiveHasher(rule: run.options.uploadRule, file: file) : nil
        let jobs = Parallelism(jobs: run.options.jobs).jobs
        let progress = run.options.progress?(forward?.endIsUnknown == true ? nil : file.size)
        let reached = Lock<Int64>(0)
        let reader = try GzipTarReader(
            file, sizeLimit: run.options.maximumSize, speculation: jobs > 1 && forward == nil ? Speculation() : nil,
            hasher: hasher
        ) { offset in
            hasher?.advance(to: offset)
            let step = reached.withLock { reached in
                defer { reached = offset }
                return offset - reached
            }
            progress?(step)
        }
        var members = PathTable()
        var outcome = ArchiveOutcome(compressedBytes: file.size)
        do throws(ArchiveReadError) {
            try readMembers(of: reader, into: &members, &outcome)
            if outcome.exceededMembers == nil {
                outcome.note(try reader.finish())
            } else {
                // Of a stream that goes on, the rest is not worth the minutes that it may take.
                outcome.uncompressedBytes = reader.uncompressedBytes
            }
        } catch {
            outcome.uncompressedBytes = reader.uncompressedBytes
            try outcome.note(error, after: reader.tar.lastMember)
        }
        reader.stop()
        if forward?.endIsUnknown == true {
            // Of what is damaged, the rest is not waited for.
            outcome.compressedBytes = file.size == .max ? reached.withLock { $0 } : file.size
            run.totals.archiveSize = outcome.compressedBytes
        }
        let hashed = if let forward { try forward.etag() } else { try hasher?.finish() }
        try file.verifyUnchanged()
        run.totals.isComplete = outcome.isComplete
        try existing?.advance(to: name.bytes.span, size: outcome.compressedBytes, etag: hashed?.0)
        run.record(
            object: StoredObject(
                path: name, size: outcome.compressedBytes, etag: hashed?.0, upload: hashed?.1 ?? .unknown))
        members.sort()
        if outcome.isComplete { run.checks.endOfMembers(members) }
        run.checks.endOfArchive(outcome)
        // The table is sorted, so every path is in order.
        members.forEach { path, file in try? run.lay(out: path, file) }
    }

    private func readMembers(
        of reader: GzipTarReader, into members: inout PathTable, _ outcome: inout ArchiveOutcome
    ) throws(ArchiveReadError) {
        let comparison = run.options.comparison
        var holes = MemberHasher.holeLimit
        while let member = try reader.tar.next() {
            run.checks.visit(member)
            outcome.members += 1
            outcome.memberBytes = outcome.memberBytes.addingClamped(max(0, member.size))
            if outcome.memberBytes > run.options.maximumSize { throw .sizeLimit(run.options.maximumSize) }
            guard outcome.members <= run.options.memberLimit else {
                outcome.exceededMembers = run.options.memberLimit
                return
            }
            let path = MemberPath(member.name)
            if let reason = LostMember(member, at: path) {
                run.totals.lost[reason, default: 0] += 1
                continue
            }
            guard !path.isRoot else { continue }
            switch member.kind {
            case .directory:
                members.append((path.path + "/").bytes.span, LayoutFile(.directory))
            case .file, .hardLink:
                let etags =
                    member.kind == .file ? try readContents(of: member, at: path.path, reader.tar, &holes) : []
                members.append(
                    path.path.bytes.span,
                    LayoutFile(
                        .file, size: member.size, target: member.linkTarget,
                        mode: comparison == nil ? nil : member.mode, etags: etags))
            case .symbolicLink:
                members.append(path.path.bytes.span, LayoutFile(.symbolicLink, target: member.linkTarget))
            // Devices, FIFOs and what only some readers know make no file.
            case .fifo, .characterDevice, .blockDevice, .special: break
            }
        }
    }

    /// Reads of the contents of a member what rules and a comparison ask for, and returns its ETags for the latter.
    private func readContents(
        of member: ArchiveMember, at path: ByteString, _ tar: TarReader, _ holes: inout Int64
    ) throws(ArchiveReadError) -> [ETag] {
        let name = path.bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        let bytes = path.bytes.span
        let needs = run.checks.contentNeeds(path: bytes, name: name, size: member.size)
        let plans = run.options.comparison?.plans.plans(forSize: member.size) ?? []
        guard !needs.isNone || !plans.isEmpty else { return [] }
        let reading = ContentReading(name: bytes.extracting(name..<bytes.count), size: member.size, needs)
        var contents = PassingContents(reading, size: member.size)
        var etags: [ETag] = []
        if plans.isEmpty {
            var isMore = true
            while isMore, !contents.isDone {
                isMore = try unsafe tar.readBlock { (offset, bytes) throws(ArchiveReadError) in
                    unsafe contents.take(bytes, at: offset)
                }
            }
        } else {
            var hasher = MemberHasher(path, plans: plans, size: member.size)
            try unsafe tar.readContents { (offset, bytes) throws(ArchiveReadError) in
                unsafe contents.take(bytes, at: offset)
                unsafe hasher.update(bytes, at: offset, holes: &holes)
            }
            etags = hasher.finish(holes: &holes)
        }
        if !needs.isNone {
            run.checks.visit(contents.finish(), wanted: needs, path: bytes, name: name, size: member.size)
        }
        return etags
    }
}

extension ArchiveOutcome {
    /// Takes over what was found at the end.
    fileprivate mutating func note(_ summary: GzipTarReader.Summary) {
        uncompressedBytes = summary.uncompressedBytes
        if let data = summary.dataAfterTar {
            trailingData.append(TrailingData(place: .afterTar, byteOffset: data.offset, isTar: data.isTar))
        }
        if let data = summary.dataAfterGzip {
            trailingData.append(TrailingData(place: .afterGzip, byteOffset: data.offset))
        }
    }

    /// Takes over why reading stopped.
    ///
    /// - Throws: the error if it says nothing about the archive.
    fileprivate mutating func note(_ error: ArchiveReadError, after member: ByteString?) throws(ArtifactError) {
        switch error {
        case .input(let error): throw error
        case .sizeLimit(let limit): exceededSize = limit
        case .gzip(let fault):
            damage = Damage(
                message: "\(fault.reason)", byteOffset: fault.compressedOffset, afterMember: member)
        case .tar(let fault):
            damage = Damage(
                message: "\(fault.message) (byte \(fault.offset) of the unpacked tar stream)",
                afterMember: fault.afterMember ?? member)
        }
    }

    /// Whether everything was read.
    fileprivate var isComplete: Bool { damage == nil && exceededSize == nil && exceededMembers == nil }
}
