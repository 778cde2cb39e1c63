/// Compares what two sources put under `/opt/ml/model`.
///
/// Nothing is extracted, and files are only hashed where the other side has one of their size.
public struct ArtifactComparer: Sendable {
    /// How to compare.
    public struct Options: Sendable {
        /// How files are uploaded. It decides on the ETags that files and members are compared by where no listing tells.
        public var uploadRule = UploadRule(.awsCLI)
        /// Which files of a directory to leave out.
        public var filter = PathFilter()
        /// The most bytes that the contents of an archive may have before reading stops.
        public var maximumSize = InspectionOptions().maximumSize
        /// How many files or parts are hashed at once; the number of processors if it is not given.
        public var jobs: Int?
        /// Who is asked about what lies in S3 on the old side, where ETags do not tell; nil for nobody.
        package var oldAttributes: (any ObjectAttributesSource)?
        /// The same of the new side.
        package var newAttributes: (any ObjectAttributesSource)?
        /// Told how far S3 has answered.
        package var inquiryProgress: InquiryProgress?

        /// How to read archives in S3; nil to go by their names.
        package var objectReading: ObjectReading?
        /// Told of directories, which may take long to walk through.
        public var walkProgress: WalkProgress?
        /// Told of archives and listings in files, which may take long to read.
        public var progress: WorkProgress?
        /// Asked with the number of files that are going to be hashed, each as often as it has to be read; told how many more were.
        public var fileProgress: WorkProgress?

        /// The defaults.
        public init() {}
    }

    private let options: Options

    /// A comparer with its options.
    public init(options: Options = Options()) {
        self.options = options
    }

    /// Compares two sources, each laid out as it would be by default.
    ///
    /// - Parameters:
    ///   - old: what there was.
    ///   - new: what there is.
    ///   - willHash: told how many bytes of files are going to be hashed; what it returns is told, on any thread, how many more
    ///     were.
    /// - Throws: ``ArtifactError`` if a source does not exist, cannot be read to its end, is damaged, or changes meanwhile, and
    ///   with code `usage` for a listing without its S3 URI; `CancellationError`.
    public func compare(
        _ old: ComparedSource, with new: ComparedSource,
        willHash: ((Int64) -> (@Sendable (Int64) -> Void)?)? = nil
    ) async throws -> ArtifactDiff {
        if old.isListing, new.isListing {
            let listings = try await ComparedListings(old, new, options)
            return try await diff(listings.old, listings.new, same: listings.same)
        }
        let isArchive = try [old, new].map { side throws(ArtifactError) in
            try side.isArchive(readingObjects: options.objectReading != nil)
        }
        let sources = [old, new]
        var sides: [LayoutSide?] = [nil, nil]
        // What is in an archive is hashed while it is read, so it is good to know the other side before.
        for index in [0, 1].sorted(by: { !isArchive[$0] && isArchive[$1] }) {
            let other = isArchive[index] ? sides[1 - index] : nil
            let plans =
                other.map { ContentPlans(rule: options.uploadRule, against: $0) }
                ?? ContentPlans(rule: options.uploadRule)
            let needs = ComparisonNeeds(plans: plans, modes: isArchive.contains(true))
            sides[index] = try await OwnThread.run { [source = sources[index], options] () throws(ArtifactError) in
                try LayoutSide(source, options, needs)
            }
        }
        guard var first = sides[0], var second = sides[1] else { throw CancellationError() }
        let hasher = ComparedFileHasher(jobs: options.jobs)
        let inFirst = first.files(toHashBy: options.uploadRule, against: second)
        let inSecond = second.files(toHashBy: options.uploadRule, against: first)
        let bytes = (inFirst + inSecond).sumClamped(\.byteCount)
        let readings = (inFirst + inSecond).sumClamped(\.readingCount)
        let filesDone = bytes > 0 ? options.fileProgress?(readings) : nil
        let progress = bytes > 0 ? willHash?(bytes) : nil
        try await hasher.hash(inFirst, of: &first, progress: progress, filesDone: filesDone)
        try await hasher.hash(inSecond, of: &second, progress: progress, filesDone: filesDone)
        return try await diff(first, second)
    }

    /// Compares two sides whose files were hashed as far as needed.
    ///
    /// - Parameter same: how many files are the same besides.
    private func diff(_ first: LayoutSide, _ second: LayoutSide, same: Int = 0) async throws -> ArtifactDiff {
        let proof = DiffProof(
            // Members of an archive are no objects that S3 knows.
            old: first, new: second, oldSource: first.kind == .s3 && first.isListing ? options.oldAttributes : nil,
            newSource: second.kind == .s3 && second.isListing ? options.newAttributes : nil, options: options)
        let (matches, remarks) = try await proof.matches(progress: nil)
        var diff = LayoutComparison(first, second, proofs: matches).diff
        diff.remarks = remarks
        diff.summary.same += same
        return diff
    }
}
