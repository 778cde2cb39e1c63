/// Finds archives among the files of a model.
final class NestedArchive: LayoutCheck, ContentCheck, SummaryCheck {
    static let interest = NameInterest(
        suffixes: ArchiveName.unpacked + ArchiveName.others + ["config.pbtxt"] + firstPieces)
    /// How the first pieces of a split archive are named, which stand for all.
    private static let firstPieces = [
        ".tar.gz.0", ".tar.gz.00", ".tar.gz.000", ".tar.gz.aa", ".tar.gz.part0", ".tar.gz.partaa",
    ]
    static let directories = NameInterest.none
    /// Its prefix holds nothing else.
    static let exceptFrameworks: Set<Framework> = [.multiModel]

    static let rule = Rule(
        "nested-archive", .warning, "a file in the layout is an archive that SageMaker does not unpack",
        explanation: """
            SageMaker unpacks one archive, the one that the URI names, and nothing inside it; below an S3Prefix it \
            unpacks nothing. A tar.gz among the files stays as it is, which is right only if the container unpacks it. \
            Not reported are environments that a `config.pbtxt` of Triton names in `EXECUTION_ENV_PATH`, packages for pip \
            in `wheels/`, `local_wheels/` and `code/`, what lies in folders below `code/`, and archives of other kinds than tar.gz, unless one of them is all \
            that there is: then somebody packed the model and left it to SageMaker to unpack it.
            """,
        remedy:
            "unpack an old package of the model in its place, or leave it out; nothing needs to be done if the container's own code unpacks it",
        example: Rule.Example(
            bad: "s3://mybucket/model/model.tar.gz (with S3Prefix)", good: "s3://mybucket/model/weights"),
        source: RuleSource.modelDataSource)

    /// The most archives of which nothing is said before all of the layout is known.
    private static let heldLimit = 10_000

    private var environments = TritonEnvironments()
    private var held: [ByteString] = []
    /// The archive of another kind, or of another name, that may be all that there is.
    private var other: ByteString?
    private var isOtherGzipTar = false
    /// Nil until it is asked for.
    private var isLaidOut: Bool?

    /// Whether a name says that the file is a gzip-compressed tar archive.
    static func isArchiveName(_ name: ByteString) -> Bool { ArchiveName.isUnpacked(name.bytes.span) }

    func begin() {
        (environments, held, other, isOtherGzipTar, isLaidOut) = (TritonEnvironments(), [], nil, false, nil)
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        guard ArchiveName.isUnpacked(path) else {
            if TritonEnvironments.describesModel(path) { return environments.add(model: path) }
            guard file.kind == .file, isLaidOut(context) else { return }
            if SourceContent.isPiece(path.extracting(name...)) { return Self.report(piece: path, context) }
            let text = ByteString(path)
            if ArchiveName.isOther(text) { other = text }
            return
        }
        guard file.kind == .file, isLaidOut(context) else { return }
        guard !Self.isPackage(path, name: name) else { return }
        if held.count < Self.heldLimit { held.append(ByteString(path)) } else { Self.report(path, context) }
    }

    /// Whether files of the model are looked at, which is the same for all of them.
    private func isLaidOut(_ context: CheckContext) -> Bool {
        if let isLaidOut { return isLaidOut }
        let isLaidOut = Self.isLaidOut(context.subject)
        self.isLaidOut = isLaidOut
        return isLaidOut
    }

    /// Whether files of the model are looked at: the source itself, deployed as a file, is another rule's.
    private static func isLaidOut(_ subject: Subject) -> Bool {
        let isSource = subject.kind == .file || subject.combination.dataType == .object
        return subject.combination.compressionType == .gzip || (subject.kind != .archive && !isSource)
    }

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        if TritonEnvironments.describesModel(path) { return .whole(size, upTo: TritonEnvironments.searchedBytes) }
        if name == 0, format == nil, !path.contains(".") { return ContentNeeds(prefix: searchedBytes) }
        // Whether it is a tar archive that is compressed so, its name does not say.
        if name == 0, isCompressed(path) { return ContentNeeds(prefix: Int(min(size, Self.firstBytes))) }
        return ContentNeeds(judgement: name == 0 && Self.mayBeModelArchive(format))
    }

    /// How much is looked at of a file whose name says nothing.
    private static let searchedBytes = 512
    /// What is among the first members of zip archives that a container reads as they are: of torch.save
    /// and torch.jit.save, of NumPy, of Keras.
    private static let readMembers = [
        "data.pkl", "/data/", "/extra/", "/code/", ".npy", "metadata.json", "config.json",
    ]

    /// Whether a file begins as a zip archive that somebody packed.
    private static func isPacked(_ prefix: Span<UInt8>) -> Bool {
        let start = prefix.extracting(..<min(prefix.count, searchedBytes))
        return start.starts(with: "PK\u{3}\u{4}") && !readMembers.contains { start.contains($0) }
    }

    /// Whether a file is called as SageMaker's own algorithms call what they train, which they unpack themselves: `model_algo-1`.
    ///
    /// Source: Amazon SageMaker developer guide, "Linear learner", "Model artifacts": `unzip model_algo-1`.
    private static func isOfAlgorithm(_ name: Span<UInt8>) -> Bool { name.starts(with: "model_algo-") }

    private static func isCompressed(_ path: Span<UInt8>) -> Bool {
        path.ends(with: ".gz") && !ArchiveName.isUnpacked(path)
    }

    /// As many bytes as are decompressed to see what is inside.
    private static let firstBytes: Int64 = 4096

    /// Whether a file that is called so is looked into: such a name is given to what should be loaded as weights.
    private static func mayBeModelArchive(_ format: ContentFormat?) -> Bool {
        switch format {
        case .pytorch, .pytorchWeights, .weights: true
        default: false
        }
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        if TritonEnvironments.describesModel(path) {
            environments.add(model: path, contents: contents.prefix.span)
        } else if contents.facts == .modelArchive
            || (name == 0 && !path.contains(".") && !Self.isOfAlgorithm(path) && Self.isPacked(contents.prefix.span))
        {
            other = ByteString(path)
        } else if Self.isLaidOut(context.subject), Self.isCompressed(path), Self.isGzipTar(contents.prefix) {
            other = ByteString(path)
            isOtherGzipTar = true
        }
    }

    /// Whether a file that begins so is a gzip-compressed tar archive.
    private static func isGzipTar(_ start: [UInt8]) -> Bool {
        let sniffer = try? ArchiveSniffer(FirstBytes(Array(start.prefix(Int(firstBytes))), of: ""))
        return sniffer?.isGzipTar ?? false
    }

    func check(_ totals: SummaryTotals, _ context: CheckContext) {
        let isAlone = totals.files == 1 && totals.isComplete
        // Nothing but archives is what a multi-model endpoint has, of which nobody told.
        let isCollection = totals.files > 1 && totals.files == held.count && totals.isComplete
        for path in held where !environments.mayUnpack(path) && !Self.isJudged(path, context) {
            if isAlone {
                Self.report(alone: path, isGzipTar: Self.isArchiveName(path), context)
            } else {
                Self.report(path.bytes.span, context, help: isCollection ? Self.collectionHelp : nil)
            }
        }
        if isAlone, let other, !Self.isJudged(other, context) {
            Self.report(alone: other, isGzipTar: isOtherGzipTar, context)
        }
    }

    /// Whether DJL's container unpacks an archive, or its own decision speaks of it.
    private static func isJudged(_ path: ByteString, _ context: CheckContext) -> Bool {
        guard context.subject.framework == .djlLMI, let decision = context.decision else { return false }
        let isUnpacked =
            decision.loads[path] == .model || (path.hasSuffix(".zip") && decision.loads[path.parent] == .model)
        return isUnpacked || decision.faults.contains { $0.path == path }
    }

    private static let collectionHelp =
        "if they are the models of a multi-model endpoint, check them as that: `--framework multi-model`; if not, unpack the one to deploy"

    private static func report(_ path: Span<UInt8>, _ context: CheckContext, help: String? = nil) {
        context.report(rule, at: path, help: help) { path in
            "'\(path)' stays an archive, since SageMaker does not unpack what lies inside a model"
        }
    }

    private static func report(piece path: Span<UInt8>, _ context: CheckContext) {
        context.report(
            rule, at: path,
            help: "join the pieces with `cat` in their order, and deploy the whole archive, with S3Object and Gzip"
        ) { "'\($0)' is a piece of an archive that was split, which nothing joins" }
    }

    /// Of an archive that is all that there is, it can be told what was meant.
    private static func report(alone path: ByteString, isGzipTar: Bool, _ context: CheckContext) {
        let subject = context.subject
        let isLocal = subject.kind == .directory
        let file = isLocal ? (subject.location.hasSuffix("/") ? subject.location : subject.location + "/") + path : path
        let help =
            if isGzipTar, isLocal {
                "deploy the archive itself, with S3Object and Gzip; `optml check \(ShellWord.quoted(file))` looks into it"
            } else if isGzipTar {
                "deploy the archive itself, with S3Object and Gzip, and check it with `optml check`"
            } else {
                "unpack it, and pack the files themselves with `optml pack DIRECTORY -o model.tar.gz`"
            }
        context.report(
            Finding(
                rule, "'\(path)' is all that there is, and stays an archive, since SageMaker does not unpack it",
                at: context.location(path), help: help))
    }

    /// Whether a file is a package for pip, or the data of one, by where it lies: among wheels, a source distribution beside code, or
    /// below the code, where packages are and their own code reads what lies beside it.
    ///
    /// Source: djl-serving, serving/docs/lmi/deployment_guide/deploying-your-endpoint.md (`local_wheels`), and PEP 625 for the
    /// names of source distributions; python-dateutil, whose `zoneinfo/` holds a tar.gz.
    private static func isPackage(_ path: Span<UInt8>, name: Int) -> Bool {
        var start = 0
        while let slash = ByteScan.firstSlash(in: path, from: start) {
            let directory = path.extracting(start..<slash)
            if directory.equals("wheels") || directory.equals("local_wheels") { return true }
            start = slash + 1
        }
        guard let depth = CodeDirectory.depth(of: path) else { return false }
        return depth > 0
            || (name + 1..<path.count).contains {
                path[$0 - 1] == UInt8(ascii: "-") && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(path[$0])
            }
    }
}
