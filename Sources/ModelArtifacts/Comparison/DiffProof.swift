/// Asks S3 about files of which ETags do not tell whether they are the same on both sides.
struct DiffProof {
    let old: LayoutSide
    let new: LayoutSide
    /// Who is asked about the objects of a side; nil for what does not lie in S3, or is not to be asked about.
    let oldSource: (any ObjectAttributesSource)?
    let newSource: (any ObjectAttributesSource)?
    let options: ArtifactComparer.Options

    /// What the files of both sides are to each other, by path, where S3 tells; and what could not be asked.
    ///
    /// - Throws: ``ArtifactError`` if S3 cannot be asked or a file cannot be read; `CancellationError`.
    func matches(progress: WorkProgress?) async throws -> (matches: [ByteString: ContentMatch], remarks: [String]) {
        let open = openPairs
        switch (oldSource, newSource) {
        case (nil, nil): return ([:], [])
        case (let first?, let second?): return try await compareObjects(open, first, second)
        case (nil, let source?):
            return try await compare(open.map { ($0.old, $0.new) }, of: old, with: new, source, progress)
        case (let source?, nil):
            return try await compare(open.map { ($0.new, $0.old) }, of: new, with: old, source, progress)
        }
    }

    /// The rows of files at the same path and of the same size that ETags do not prove to be the same.
    private var openPairs: [(old: Int, new: Int)] {
        var rows: [ByteString: Int] = [:]
        for index in old.rows.indices where old.rows[index].kind == .file { rows[old.rows[index].path] = index }
        return new.rows.indices.compactMap { index in
            guard new.rows[index].kind == .file, let before = rows[new.rows[index].path] else { return nil }
            let (first, second) = (old.file(before), new.file(index))
            guard let size = first.size, size > 0, size == second.size, ContentMatch(first, second) != .same else {
                return nil
            }
            return (before, index)
        }
    }

    /// Compares files of a directory with objects; of what is in an archive or listed elsewhere, asks only whether ETags can tell.
    private func compare(
        _ pairs: [(local: Int, object: Int)], of local: LayoutSide, with remote: LayoutSide,
        _ source: any ObjectAttributesSource, _ progress: WorkProgress?
    ) async throws -> (matches: [ByteString: ContentMatch], remarks: [String]) {
        guard !local.isListing, local.combination.compressionType == .none else {
            let (found, remarks) = try await ask(pairs.map(\.object), of: remote, source)
            var matches: [ByteString: ContentMatch] = [:]
            for (pair, attributes) in zip(pairs, found) where attributes?.hasOpaqueETag ?? false {
                matches[remote.rows[pair.object].path] = .unknown(.encrypted)
            }
            return (matches, remarks)
        }
        let proof = ContentProof(
            asking: source, rule: options.uploadRule, jobs: options.jobs, inquiryProgress: options.inquiryProgress,
            progress: progress)
        let (statuses, remarks) = try await proof.statuses(
            of: pairs.map { pair in
                let (file, object) = (local.file(pair.local), remote.file(pair.object))
                return ContentProof.Pair(
                    key: remote.key(of: pair.object), file: local.sourcePath(of: pair.local), size: file.size ?? 0,
                    etag: object.listedETag,
                    hasOtherETag: object.listedETag?.canBeMD5 == true && file.etags.contains(where: \.canBeMD5))
            })
        var matches: [ByteString: ContentMatch] = [:]
        for (pair, status) in zip(pairs, statuses) {
            let path = remote.rows[pair.object].path
            switch status {
            case .same: matches[path] = .same
            case .changed: matches[path] = .different(remark: nil)
            default:
                let isOpaque = remote.file(pair.object).listedETag.map { !$0.canBeMD5 && $0.partCount == nil } ?? false
                matches[path] = .unknown(isOpaque ? .opaqueETag : .encrypted)
            }
        }
        return (matches, remarks)
    }

    /// Compares objects by what S3 tells of both.
    private func compareObjects(
        _ pairs: [(old: Int, new: Int)], _ first: any ObjectAttributesSource, _ second: any ObjectAttributesSource
    ) async throws -> (matches: [ByteString: ContentMatch], remarks: [String]) {
        let (olds, oldRemarks) = try await ask(pairs.map(\.old), of: old, first)
        let (news, newRemarks) = try await ask(pairs.map(\.new), of: new, second)
        var matches: [ByteString: ContentMatch] = [:]
        for (pair, attributes) in zip(pairs, zip(olds, news)) {
            guard let before = attributes.0, let now = attributes.1 else { continue }
            matches[new.rows[pair.new].path] = Self.match(before, now)
        }
        return (matches, oldRemarks + newRemarks.filter { !oldRemarks.contains($0) })
    }

    private func ask(
        _ rows: [Int], of side: LayoutSide, _ source: any ObjectAttributesSource
    ) async throws -> ([ObjectAttributes?], remarks: [String]) {
        let refusals = RefusedQuestions()
        let found = try await source.answers(
            about: rows.map { side.key(of: $0) }, jobs: options.jobs, progress: options.inquiryProgress
        ) { key in
            try await refusals.ask { try await source.attributes(ofKey: key, .proof) }
        }
        return (found, refusals.remark.map { [$0] } ?? [])
    }

    /// What two objects of the same size are to each other; nil if what S3 tells says no more than the ETags.
    static func match(_ old: ObjectAttributes, _ new: ObjectAttributes) -> ContentMatch? {
        let common = ChecksumAlgorithm.allCases.filter { old.checksums[$0] != nil && new.checksums[$0] != nil }
        // Of composite ones, equal ones are of equal parts, and others may be of the same contents in other parts.
        let alike = common.filter { $0 == .crc64nvme || old.checksumsAreComposite == new.checksumsAreComposite }
        if alike.contains(where: { old.checksums[$0] == new.checksums[$0] }) {
            // One that agrees proves nothing where another does not.
            let isContradicted = alike.contains { old.checksums[$0] != new.checksums[$0] }
            return isContradicted ? .unknown(.otherParts) : .same
        }
        let isComparable = common.contains { algorithm in
            algorithm == .crc64nvme || (!old.checksumsAreComposite && !new.checksumsAreComposite)
                || (old.checksumsAreComposite && new.checksumsAreComposite && old.partSize != nil
                    && old.partSize == new.partSize)
        }
        if isComparable { return .different(remark: nil) }
        return old.hasOpaqueETag || new.hasOpaqueETag ? .unknown(.encrypted) : nil
    }
}
