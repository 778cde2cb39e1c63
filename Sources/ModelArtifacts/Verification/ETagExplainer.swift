/// Finds out how a file was uploaded that has a certain ETag.
public struct ETagExplainer: Sendable {
    private let rule: UploadRule
    private let jobs: Int
    private let progress: WorkProgress?

    /// - Parameters:
    ///   - rule: how the file is likely to be uploaded, besides all that ``Uploader`` names.
    ///   - jobs: how many parts are hashed at once where one part size is possible; the number of processors if not given.
    ///   - progress: told how much is to be hashed, and how much was.
    public init(rule: UploadRule = UploadRule(.awsCLI), jobs: Int? = nil, progress: WorkProgress? = nil) {
        self.rule = rule
        self.jobs = Parallelism(jobs: jobs).jobs
        self.progress = progress
    }

    /// Tries all likely uploads that have the number of parts that the ETag names. The file is read once.
    ///
    /// - Throws: ``ArtifactError`` with code `notFound`, `readFailed` or `changedWhileRead`; `CancellationError`.
    public func explain(_ etag: ETag, of path: ByteString) async throws -> ETagExplanation {
        let file = try RegularFile(opening: path)
        guard etag.canBeMD5 || etag.partCount != nil else {
            return explanation(etag, file, obstacle: "'\(etag)' cannot be made of MD5s, by its form")
        }
        let candidates = PartSizeCandidates(size: file.size, partCount: etag.partCount, rule: rule)
        guard let first = candidates.plans.first else {
            let parts = etag.partCount ?? 0
            return explanation(etag, file, obstacle: "\(file.size) bytes cannot be uploaded in \(parts) parts")
        }
        let advance = progress?(file.size)
        let etags: [ETag]
        if candidates.plans.count == 1 {
            etags = try await ETagEngine(jobs: jobs, progress: advance).etags(of: [ETagRequest(plan: first) { file }])
        } else {
            etags = try PartSizeSearch.etags(
                of: file, partSizes: candidates.plans.compactMap(\.partSize), kernel: try MD5Kernel.ofEnvironment(),
                progress: advance)
        }
        let matches = zip(candidates.plans, etags).filter { $0.1 == etag }.map { plan, _ in
            ETagExplanation.Match(plan: plan, uploaders: Self.uploaders(sending: plan))
        }
        return ETagExplanation(
            path: path, size: file.size, etag: etag, matches: matches, triedCount: etags.count, obstacle: nil,
            leftOutPartSizes: matches.isEmpty && !candidates.hasAllMebibytes)
    }

    private func explanation(_ etag: ETag, _ file: RegularFile, obstacle: String) -> ETagExplanation {
        ETagExplanation(
            path: file.path, size: file.size, etag: etag, matches: [], triedCount: 0, obstacle: obstacle,
            leftOutPartSizes: false)
    }

    /// The uploaders that cut a file so. Of a single part, the part size makes no difference.
    private static func uploaders(sending plan: PartPlan) -> [Uploader] {
        Uploader.allCases.filter { uploader in
            guard let own = try? UploadRule(uploader).plan(forSize: plan.size) else { return false }
            return own == plan
                || (own.partSize != nil && plan.partSize != nil && own.pieceCount == 1 && plan.pieceCount == 1)
        }
    }
}
