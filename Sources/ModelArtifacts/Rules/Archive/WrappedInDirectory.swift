/// Finds an archive whose files all lie below one directory.
final class WrappedInDirectory: LayoutCheck {
    static let interest = NameInterest(
        suffixes: ["config.pbtxt", "saved_model.pb", "serving.properties", "MAR-INF/MANIFEST.json"] + tritonFiles,
        traits: .top)
    /// The files by which Triton knows a version, in a model that needs no `config.pbtxt`.
    ///
    /// Source: `AutoCompleteBackendFields` in `model_config_utils.cc` of triton-inference-server/core.
    private static let tritonFiles = [
        "model.py", "model.onnx", "model.plan", "model.pt", "model.pt2", "model.xml", "model.graphdef",
    ]
    /// All, of archives alone: the way down to the files may be long.
    static let directories = NameInterest.every

    /// They look for the model in a directory, or enter a lone one.
    static let exceptFrameworks: Set<Framework> = [.triton, .djlLMI, .llamaCpp]

    static func applies(to subject: Subject) -> Bool {
        subject.combination == Combination(.object, .gzip)
    }

    static let rule = Rule(
        "wrapped-in-directory", .warning, "all members share one top directory",
        explanation: """
            SageMaker unpacks the archive into /opt/ml/model as it is. When it was packed from outside the model's \
            directory, all files land in /opt/ml/model/NAME/, and the container finds no model where it looks. Not \
            reported are directories that belong there: a numeric version, `code`, and those with `config.pbtxt` or \
            `N/saved_model.pb` or `N/model.onnx`, which Triton and TensorFlow Serving want, with `serving.properties` or \
            `model.py`, since DJL looks into a directory that is alone, and with `MAR-INF`, since TorchServe does so with what \
            `torch-model-archiver --archive-format tgz` writes; nor is one that a variable of the container names. In an archive of a multi-model endpoint, TensorFlow Serving \
            wants `N/saved_model.pb` at the top: `NAME/N/saved_model.pb` is an error there.
            """,
        remedy: "pack from inside the directory: `tar -czf model.tar.gz -C NAME .`",
        example: Rule.Example(bad: "tar -czf model.tar.gz model/", good: "tar -czf model.tar.gz -C model ."),
        source: "https://github.com/aws/sagemaker-huggingface-inference-toolkit/issues/9")

    /// The only directory at the top with files in it, so far, their number, and the deepest directory that holds them all.
    private var top: (name: ByteString, files: Int, deepest: ByteString)?
    /// The deepest directory that holds all files of the directory that was left last.
    private var deepest: (path: ByteString, files: Int)?
    private var hasSeveral = false
    private var isServedAsItIs = false
    private var isModelOfTriton = false
    /// The directories that hold `config.pbtxt`, which Triton wants above the model's files.
    private var repositories: Set<ByteString> = []
    /// The directory that holds `saved_model.pb`, if it is the first one.
    private var savedModel: ByteString?
    /// What lies above a version directory of TensorFlow Serving; empty for the top.
    private var versionParents: (first: ByteString?, hasTop: Bool) = (nil, false)

    func begin() {
        (top, deepest, savedModel, versionParents) = (nil, nil, nil, (nil, false))
        (hasSeveral, isServedAsItIs, isModelOfTriton) = (false, false, false)
        repositories = []
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        if name == 0 {
            hasSeveral = hasSeveral || !JunkName.isPlatformMetadata(ByteString(path))
            return
        }
        let directory = ByteString(path.extracting(0..<(name - 1)))
        let isAtTop = !directory.bytes.contains(UInt8(ascii: "/"))
        switch ByteString(path.extracting(name...)) {
        case "config.pbtxt":
            if isAtTop { isServedAsItIs = true }
            if repositories.count < Self.mostRepositories { repositories.insert(directory) }
        case "serving.properties": if isAtTop { isServedAsItIs = true }
        case "model.py" where isAtTop: isServedAsItIs = true
        // Source: pytorch/serve, ModelArchive.java, which enters the only directory of an archive of the format tgz.
        case "MANIFEST.json":
            if directory.lastComponent == "MAR-INF", directory.bytes.count(where: { $0 == UInt8(ascii: "/") }) == 1 {
                isServedAsItIs = true
            }
        case "saved_model.pb":
            savedModel = savedModel ?? directory
            guard directory.lastComponent.isNumber else { return }
            if isAtTop {
                versionParents.hasTop = true
            } else {
                versionParents.first = versionParents.first ?? directory.parent
            }
        case let last:
            // NAME/N/model.onnx: a repository of Triton.
            let isVersion = !isAtTop && directory.lastComponent.isNumber && directory.parent.parent.isEmpty
            if isVersion, Self.tritonFiles.contains(where: { last == ByteString($0) }) { isModelOfTriton = true }
        }
    }

    /// So many can be told from others; beyond that, only the help is less exact.
    private static let mostRepositories = 1000

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard totals.filesBelow > 0 else { return }
        let directory = ByteString(path)
        // One that holds no more than a directory in it adds nothing.
        let isSameFiles = deepest.map { $0.files == totals.filesBelow && $0.path.hasPrefix(directory + "/") } ?? false
        if !isSameFiles { deepest = (directory, totals.filesBelow) }
        // What macOS adds beside a directory does not make it any less a wrapping.
        guard name == 0, !JunkName.isPlatformMetadata(directory) else { return }
        hasSeveral = hasSeveral || top != nil
        top = (directory, totals.filesBelow, deepest?.path ?? directory)
    }

    func finish(layout context: CheckContext) {
        let subject = context.subject
        let isOneOfMany = subject.hosting == .oneOfMany
        let mayBeTensorFlow = subject.framework.map { $0 == .tensorFlowServing } ?? true
        if isOneOfMany, mayBeTensorFlow, let parent = versionParents.first, !versionParents.hasTop {
            var finding = Finding(
                Self.rule,
                "'\(parent)' lies above the version directory, which TensorFlow Serving of a multi-model endpoint wants at the top of the archive",
                at: context.location(parent), help: Self.help(packing: parent, subject))
            finding.severity = .error
            return context.report(finding)
        }
        // It looks for versions at any depth, and what it does not find is another rule's.
        guard subject.framework != .tensorFlowServing else { return }
        guard !(isModelOfTriton && subject.framework == nil) else { return }
        guard let top, !hasSeveral, !isServedAsItIs, !isNamed(top.name, subject), versionParents.first == nil,
            top.name != "code",
            !top.name.isNumber
        else { return }
        // Where the archives of a multi-model endpoint are unpacked, only SageMaker knows.
        let place = isOneOfMany ? "the model's directory" : subject.mount
        let message = "'\(top.name)' holds all files, so they land in \(place)/\(top.name)/"
        context.report(
            Finding(
                Self.rule, message, at: context.location(top.name), count: top.files, help: help(top.deepest, subject)))
    }

    /// Whether the environment names the directory, or one in it, as the place of the model or of an adapter.
    private func isNamed(_ directory: ByteString, _ subject: Subject) -> Bool {
        let paths =
            subject.container.map { $0.namedPaths + $0.usedPaths() + $0.paths(in: DJLStartup.variable) } ?? []
        return paths.contains { $0 == directory || $0.hasPrefix(directory + "/") }
    }

    /// What leads to a right archive in one step.
    private func help(_ deepest: ByteString, _ subject: Subject) -> String {
        var directory = deepest
        if savedModel == directory { return Self.help(renaming: directory, subject) }
        // What has to lie above the files stays above them; that at the top is none of these here.
        while directory.lastComponent.isNumber || directory.lastComponent == "code"
            || repositories.contains(directory)
        {
            directory = directory.parent
        }
        return Self.help(packing: directory, subject)
    }

    private static func help(packing directory: ByteString, _ subject: Subject) -> String {
        let place = ShellWord.quoted(local(directory, subject))
        return "pack from inside the directory: `tar -czf model.tar.gz -C \(place) .`"
            + (isAbsolute(directory, subject) ? ", or with `-C /\(place)` where the archive was made" : "")
    }

    /// Directories at the root of file systems, below which there is somebody's own.
    private static let roots = ["Users", "home", "mnt", "opt", "root", "tmp", "var"]

    /// Whether it looks as if tar was given the absolute path of a directory, whose slash it leaves out.
    private static func isAbsolute(_ directory: ByteString, _ subject: Subject) -> Bool {
        subject.kind == .archive && roots.contains { directory.hasPrefix(ByteString($0 + "/")) }
    }

    /// Of a SavedModel whose directory should have the number of a version as its name.
    private static func help(renaming directory: ByteString, _ subject: Subject) -> String {
        let digits = directory.lastComponent.bytes.filter((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        let version = digits.isEmpty ? "1" : ByteString(digits)
        let outside = local(directory.parent, subject)
        let old = ShellWord.quoted(local(directory, subject))
        let new = ShellWord.quoted(outside.isEmpty ? version : outside + "/" + version)
        let folder = outside.isEmpty ? "" : "-C \(ShellWord.quoted(outside)) "
        return
            "TensorFlow Serving wants a version number as the directory's name: `mv \(old) \(new)`, then `tar -czf model.tar.gz \(folder)\(version)`"
    }

    /// What a directory is called where the archive is packed: below the source, if that is one.
    private static func local(_ directory: ByteString, _ subject: Subject) -> ByteString {
        guard subject.kind == .directory else { return directory }
        if directory.isEmpty { return subject.location }
        return (subject.location.hasSuffix("/") ? subject.location : subject.location + "/") + directory
    }
}
