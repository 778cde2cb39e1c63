/// Decides what two objects of the same path are to each other, as far as that can be told without their contents.
struct ObjectJudge {
    /// What is known, or what has to be done to know it.
    enum Judgement: Sendable {
        case settled(ComparisonOutcome)
        /// The contents of a file have to be hashed.
        case hash(LocalContent, PartPlan)
        /// The part size has to be found that gives the ETag.
        case search(LocalContent, PartSizeCandidates)
        /// The contents of a file have to be hashed in parts of these sizes, in bytes.
        case hashParts(LocalContent, [Int64])
        /// The contents of two files of the same size have to be compared.
        case compareFiles(expected: ByteString, actual: ByteString, PartPlan)
        /// S3 has to be asked.
        case ask(expected: VerifiableObject, actual: VerifiableObject, key: ByteString)
        /// The checksums of a file have to be computed, and compared with those that S3 has.
        case checksums(LocalContent, ObjectAttributes)
    }

    /// A local file that is compared with an ETag.
    struct LocalContent: Sendable {
        let file: ByteString
        let etag: ETag?
        /// Whether the file is what is expected, and not what is there.
        let isExpected: Bool
        /// What would settle the matter if the ETag is another one, behind the reason.
        var hint = ""

        /// What becomes of it if its contents give an ETag.
        func outcome(_ computed: ETag) -> ComparisonOutcome {
            let outcome = computed == etag ? ComparisonOutcome.same : .changed(ObjectJudge.otherETag + hint)
            return outcome.with(etag: computed, ofExpected: isExpected)
        }
    }

    /// Why an object counts as changed although its size is the same.
    static let otherETag = "other contents of the same size, or an ETag that is no MD5, as under SSE-KMS"

    let options: VerificationOptions
    private let expectedFile: ((ByteString) -> ByteString)?
    private let actualFile: ((ByteString) -> ByteString)?
    private let key: (ByteString) -> ByteString

    init(_ expected: ComparedSide, _ actual: ComparedSide, _ options: VerificationOptions) {
        self.options = options
        expectedFile = expected.isLocal ? { expected.file(of: $0) } : nil
        actualFile = actual.isLocal ? { actual.file(of: $0) } : nil
        key = { actual.key(of: $0) ?? $0 }
    }

    /// What a path is.
    func judge(_ pair: ObjectMerge.Pair) -> Judgement {
        if let defect = pair.expected?.defect ?? pair.actual?.defect { return .settled(.unverifiable(defect)) }
        guard let expected = pair.expected else { return .settled(ComparisonOutcome(status: .unexpected)) }
        guard let actual = pair.actual else { return .settled(ComparisonOutcome(status: .missing)) }
        if let left = expected.size, let right = actual.size, left != right {
            return .settled(.changed("another size"))
        }
        if options.comparesSizesOnly {
            let areKnown = expected.size != nil && actual.size != nil
            return .settled(areKnown ? .same : .unverifiable("the size is not known"))
        }
        if let expectedFile, let actualFile {
            return compare(expected, actual, expectedFile(expected.path), actualFile(actual.path))
        }
        if asks(about: actual) { return .ask(expected: expected, actual: actual, key: key(actual.path)) }
        return compareETags(expected, actual)
    }

    /// What a path is by its ETags.
    func compareETags(_ expected: VerifiableObject, _ actual: VerifiableObject) -> Judgement {
        if let expectedFile { return compare(expected, expectedFile(expected.path), isExpected: true, with: actual) }
        if let actualFile { return compare(actual, actualFile(actual.path), isExpected: false, with: expected) }
        if let reason = obstacle(to: expected) { return .settled(.unverifiable("what is expected: " + reason)) }
        if let reason = obstacle(to: actual) { return .settled(.unverifiable(reason)) }
        if expected.etag == actual.etag { return .settled(.same) }
        guard expected.etag?.partCount == actual.etag?.partCount else {
            return .settled(
                .changed(
                    "the ETags are of uploads in different parts; a directory in place of the manifest can be compared")
            )
        }
        return .settled(.changed(Self.otherETag))
    }

    /// The attributes that S3 told, compared with what is expected.
    func judge(_ expected: VerifiableObject, _ actual: VerifiableObject, _ attributes: ObjectAttributes) -> Judgement {
        if options.comparesChecksums {
            if let expectedFile {
                // Composite checksums are those of certain parts.
                if !attributes.checksums.isEmpty, !attributes.checksumsAreComposite || attributes.partSize != nil {
                    let file = expectedFile(expected.path)
                    return .checksums(LocalContent(file: file, etag: actual.etag, isExpected: true), attributes)
                }
            } else if !attributes.checksumsAreComposite,
                let outcome = Self.compare(expected.checksums, with: attributes.checksums)
            {
                return .settled(outcome)
            }
        }
        var actual = actual
        if let etag = attributes.etag { actual.etag = etag }
        if let partSize = attributes.partSize { actual.upload = .multipart(partSize: partSize) }
        if let encryption = attributes.encryption { actual.encryption = ETagEncryption(serverSide: encryption) }
        if attributes.partsAreUnlike, let expectedFile, obstacle(to: actual) == nil {
            guard let sizes = attributes.partSizes else {
                return .settled(
                    .unverifiable("it was uploaded in parts of unlike sizes, more than S3 is asked about"))
            }
            let content = LocalContent(file: expectedFile(expected.path), etag: actual.etag, isExpected: true)
            return .hashParts(content, sizes)
        }
        return compareETags(expected, actual)
    }

    /// Compares checksums by the algorithms that both sides have; nil if there are none.
    static func compare(
        _ expected: [ChecksumAlgorithm: String], with actual: [ChecksumAlgorithm: String]
    ) -> ComparisonOutcome? {
        let common = ChecksumAlgorithm.allCases.filter { expected[$0] != nil && actual[$0] != nil }
        guard !common.isEmpty else { return nil }
        guard let differing = common.first(where: { expected[$0] != actual[$0] }) else { return .same }
        let (left, right) = (expected[differing] ?? "", actual[differing] ?? "")
        return .changed(
            "\(differing.rawValue) is \(DisplayText.escaped(right)) and should be \(DisplayText.escaped(left))")
    }

    /// Whether S3 is to be asked about an object.
    private func asks(about actual: VerifiableObject) -> Bool {
        guard options.attributes != nil else { return false }
        return options.comparesChecksums
            || (options.asksForPartSizes && expectedFile != nil && obstacle(to: actual) == nil
                && actual.etag?.partCount != nil)
    }

    /// Two files of the same size: equal ETags by the same rule are equal contents.
    private func compare(
        _ expected: VerifiableObject, _ actual: VerifiableObject, _ expectedFile: ByteString, _ actualFile: ByteString
    ) -> Judgement {
        let size = expected.size ?? 0
        if let left = expected.md5, let right = actual.md5 {
            let outcome = left == right ? ComparisonOutcome.same : .changed("other contents of the same size")
            return .settled(
                outcome.with(etag: ETag(md5: left), ofExpected: true).with(etag: ETag(md5: right), ofExpected: false))
        }
        let plan =
            (try? options.uploadRule.plan(forSize: size)) ?? .multipart(size: size, partSize: S3Limits.partSize)
        return .compareFiles(expected: expectedFile, actual: actualFile, plan)
    }

    /// A local file and an object of which the ETag is known.
    private func compare(
        _ local: VerifiableObject, _ file: ByteString, isExpected: Bool, with remote: VerifiableObject
    ) -> Judgement {
        if let reason = obstacle(to: remote) { return .settled(.unverifiable(reason)) }
        guard let etag = remote.etag, let size = local.size else {
            return .settled(.unverifiable("nothing is known of it"))
        }
        var content = LocalContent(file: file, etag: etag, isExpected: isExpected)
        if remote.upload == .unknown { content.hint = hint(etag, isExpected: isExpected) }
        let candidates: PartSizeCandidates
        if case .multipart(let partSize) = remote.upload, partSize > 0,
            PartPlan.multipart(size: size, partSize: partSize).pieceCount == etag.partCount
        {
            candidates = PartSizeCandidates(size: size, only: partSize)
        } else {
            candidates = PartSizeCandidates(size: size, partCount: etag.partCount, rule: options.uploadRule)
        }
        guard let first = candidates.plans.first else {
            return .settled(.changed("\(size) bytes cannot be uploaded in \(etag.partCount ?? 0) parts"))
        }
        guard candidates.plans.count == 1 else { return .search(content, candidates) }
        if let md5 = local.md5, let computed = ETag(wholeFile: md5, plan: first) {
            return .settled(content.outcome(computed))
        }
        return .hash(content, first)
    }

    /// What would settle whether contents are others, where only the sizes of the parts can be others: that S3 is asked.
    private func hint(_ etag: ETag, isExpected: Bool) -> String {
        guard isExpected, let count = etag.partCount, count > 1, !options.asksForPartSizes else { return "" }
        return options.attributes == nil
            ? "; with s3://BUCKET/PREFIX/ in place of the listing, --exact-parts settles it"
            : "; --exact-parts asks S3 for the sizes of the parts, which settles it"
    }

    /// Why the ETag of an object in S3 says nothing of its contents; nil if it does.
    private func obstacle(to remote: VerifiableObject) -> String? {
        guard let etag = remote.etag else { return "no ETag is known of it" }
        if let encryption = options.encryption ?? remote.encryption {
            return "\(encryption.place) an ETag is no MD5 of the contents"
        }
        guard !etag.canBeMD5, etag.partCount == nil else { return nil }
        return "the ETag '\(etag)' is no MD5 of contents, by its form"
    }
}
