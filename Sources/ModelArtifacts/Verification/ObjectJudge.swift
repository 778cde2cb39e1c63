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
        /// S3 has to be asked, because the options say so.
        case ask(Question)
        /// S3 has to be asked, because the ETags do not prove that the contents are the same: this is what they tell.
        case prove(Question, otherwise: ComparisonOutcome)
        /// The checksums of a file have to be computed, and compared with those that S3 has.
        case checksums(LocalContent, ObjectAttributes)
    }

    /// An object that S3 can be asked about.
    struct Question: Sendable {
        let expected: VerifiableObject
        let actual: VerifiableObject
        let key: ByteString
    }

    /// A local file that is compared with an ETag.
    struct LocalContent: Sendable {
        let file: ByteString
        let etag: ETag?
        /// Whether the file is what is expected, and not what is there.
        let isExpected: Bool
        /// What another ETag means.
        let difference: String
        /// What would settle the matter if the ETag is another one, behind the reason.
        var hint = ""
        /// Why an ETag that is another one does not prove that the contents are; nil where it does.
        var doubt: String? = ObjectJudge.doubt
        /// What to ask S3 if the contents do not give the ETag; nil if it is not to be asked, or was.
        var question: Question?

        /// What becomes of it if its contents give an ETag.
        func outcome(_ computed: ETag) -> ComparisonOutcome {
            let outcome =
                computed == etag ? ComparisonOutcome.same : .changed(difference + (doubt ?? "") + hint)
            return outcome.with(etag: computed, ofExpected: isExpected)
        }
    }

    /// Why an object counts as changed although its size is the same.
    static let otherContents = "other contents of the same size"

    /// Why objects of which no sizes differ count as changed.
    private static func difference(_ expected: VerifiableObject, _ actual: VerifiableObject) -> String {
        expected.size == nil || actual.size == nil ? "other contents" : otherContents
    }

    /// What makes that doubtful as long as S3 is not asked.
    static let doubt = ", or an ETag that is no MD5, as under SSE-KMS"

    let options: VerificationOptions
    /// Where the file of a path is, if what is expected is on this machine.
    let expectedFile: ((ByteString) -> ByteString)?
    private let actualFile: ((ByteString) -> ByteString)?
    private let key: (ByteString) -> ByteString

    init(_ expected: ComparedSide, _ actual: ComparedSide, _ options: VerificationOptions) {
        self.options = options
        expectedFile = expected.isLocal ? { expected.file(of: $0) } : nil
        actualFile = actual.isLocal ? { actual.file(of: $0) } : nil
        key = { actual.key(of: $0) ?? $0 }
    }

    /// A judge of local files that are compared with objects of the paths that are their keys.
    ///
    /// - Parameter file: where the file of a path is.
    init(_ options: VerificationOptions, expectedFile file: @escaping (ByteString) -> ByteString) {
        self.options = options
        expectedFile = file
        actualFile = nil
        key = { $0 }
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
        let question = Question(expected: expected, actual: actual, key: key(actual.path))
        if asks(about: actual) { return .ask(question) }
        let judgement = compareETags(expected, actual)
        guard proves else { return judgement }
        switch judgement {
        case .settled(let outcome): return outcome.status == .same ? judgement : .prove(question, otherwise: outcome)
        case .hash(var content, let plan):
            content.question = question
            return .hash(content, plan)
        case .search(var content, let candidates):
            content.question = question
            return .search(content, candidates)
        default: return judgement
        }
    }

    /// Whether objects with the same size and the same ETag that can be an MD5 are the same, with nothing else to look at.
    var trustsSameETags: Bool {
        expectedFile == nil && actualFile == nil && options.attributes == nil && options.encryption == nil
    }

    /// Whether S3 is asked about what ETags do not prove to be the same.
    private var proves: Bool { options.provesContents && options.attributes != nil }

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
        return .settled(.changed(Self.difference(expected, actual) + Self.doubt))
    }

    /// The attributes that S3 told because the options say so, compared with what is expected.
    func judge(_ question: Question, _ attributes: ObjectAttributes) -> Judgement {
        if options.comparesChecksums {
            if let judgement = compareChecksums(question, attributes) { return judgement }
            // Nothing here can be hashed by parts that S3 tells of.
            if expectedFile == nil { return prove(question, otherwise: .same, attributes) }
        }
        let actual = adopt(attributes, into: question.actual)
        return compareParts(question.expected, actual, attributes) ?? compareETags(question.expected, actual)
    }

    /// The attributes that S3 told, as proof that contents are the same or others.
    ///
    /// - Parameter otherwise: what the ETags tell.
    func prove(_ question: Question, otherwise: ComparisonOutcome, _ attributes: ObjectAttributes) -> Judgement {
        if let judgement = compareChecksums(question, attributes) { return judgement }
        let (expected, actual) = (question.expected, adopt(attributes, into: question.actual))
        let kept = attributes.checksums.isEmpty ? "S3 keeps no checksum" : "S3 keeps no checksum that could be compared"
        if let reason = obstacle(to: actual) { return .settled(otherwise.unverifiable("\(reason), and \(kept)")) }
        if let expectedFile {
            // What was hashed in one piece need not be hashed again.
            if otherwise.status == .changed, actual.etag == question.actual.etag, actual.etag?.canBeMD5 == true {
                return .settled(otherwise.changed(Self.difference(expected, actual)))
            }
            if let judgement = compareParts(expected, actual, attributes) { return judgement }
            return withoutDoubt(compare(expected, expectedFile(expected.path), isExpected: true, with: actual))
        }
        if let reason = obstacle(to: expected) {
            return .settled(otherwise.unverifiable("what is expected: " + reason))
        }
        if expected.etag == actual.etag { return .settled(.same) }
        guard expected.etag?.partCount == actual.etag?.partCount,
            (actual.etag?.partCount ?? 1) == 1
                || (attributes.partSize != nil && expected.upload == actual.upload)
        else {
            return .settled(
                otherwise.unverifiable(
                    "the ETags are of uploads in different parts, and \(kept); a directory in place of the manifest can be compared"
                ))
        }
        return .settled(otherwise.changed(Self.difference(expected, actual)))
    }

    /// What becomes of an object that nobody was allowed to ask about.
    static func unproved(_ outcome: ComparisonOutcome) -> ComparisonOutcome {
        guard outcome.status == .changed else { return outcome }
        return outcome.unverifiable("the ETag is another one, and S3 refuses to tell whether it has to be an MD5")
    }

    /// Compares the checksums that S3 keeps; nil if there are none that could be compared.
    private func compareChecksums(_ question: Question, _ attributes: ObjectAttributes) -> Judgement? {
        if let expectedFile {
            guard LocalChecksums.areComparable(with: attributes) else { return nil }
            let content = LocalContent(
                file: expectedFile(question.expected.path), etag: question.actual.etag, isExpected: true,
                difference: Self.difference(question.expected, question.actual))
            return .checksums(content, attributes)
        }
        guard !attributes.checksumsAreComposite else { return nil }
        return Self.compare(question.expected.checksums, with: attributes.checksums).map { .settled($0) }
    }

    /// Hashes a file by the parts of unlike sizes that S3 told; nil if it told of none.
    private func compareParts(
        _ expected: VerifiableObject, _ actual: VerifiableObject, _ attributes: ObjectAttributes
    ) -> Judgement? {
        guard attributes.partsAreUnlike, let expectedFile, obstacle(to: actual) == nil else { return nil }
        guard let sizes = attributes.partSizes else {
            return .settled(.unverifiable("it was uploaded in parts of unlike sizes, more than S3 is asked about"))
        }
        let content = LocalContent(
            file: expectedFile(expected.path), etag: actual.etag, isExpected: true,
            difference: Self.difference(expected, actual), doubt: options.provesContents ? nil : Self.doubt)
        return .hashParts(content, sizes)
    }

    /// What a listing told of an object, with what S3 told of it.
    private func adopt(_ attributes: ObjectAttributes, into object: VerifiableObject) -> VerifiableObject {
        var object = object
        if let etag = attributes.etag { object.etag = etag }
        if let partSize = attributes.partSize { object.upload = .multipart(partSize: partSize) }
        if attributes.encryption != nil || attributes.hasOpaqueETag { object.encryption = attributes.etagEncryption }
        return object
    }

    /// A judgement by an ETag of which S3 told all that there is to know, so that another one proves other contents.
    private func withoutDoubt(_ judgement: Judgement) -> Judgement {
        switch judgement {
        case .hash(var content, let plan):
            (content.doubt, content.hint) = (nil, "")
            return .hash(content, plan)
        case .search(let content, _):
            return .settled(
                .unverifiable(
                    "the ETag \(content.etag.map(\.description) ?? "") is of parts of sizes that S3 does not tell"))
        default: return judgement
        }
    }

    /// Compares checksums by the algorithms that both sides have; nil if there are none.
    static func compare(
        _ expected: [ChecksumAlgorithm: String], with actual: [ChecksumAlgorithm: String]
    ) -> ComparisonOutcome? {
        let common = ChecksumAlgorithm.allCases.filter { expected[$0] != nil && actual[$0] != nil }
        guard !common.isEmpty else { return nil }
        guard let differing = common.first(where: { expected[$0] != actual[$0] }) else {
            return ComparisonOutcome(status: .same, proof: common[0])
        }
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
        var content = LocalContent(
            file: file, etag: etag, isExpected: isExpected, difference: Self.difference(local, remote))
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
        guard isExpected, let count = etag.partCount, count > 1, !options.asksForPartSizes, !proves else { return "" }
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
