/// Finds what development tools and unfinished downloads leave behind.
final class DevelopmentLeftover: LayoutCheck {
    static let interest = NameInterest(
        suffixes: [".pyc", ".incomplete", ".part", ".crdownload", aria2, environment], prefixes: largeFiles)
    static let directories = NameInterest(
        suffixes: [".git", "__pycache__", ".ipynb_checkpoints", ".venv", ".cache/huggingface"])

    /// How files end in which aria2 notes, as long as it downloads, what of a file is there: the file has its full size from the
    /// beginning, so that nothing else tells.
    ///
    /// Source: "Control File" and `--file-allocation` in https://aria2.github.io/manual/en/html/aria2c.html.
    private static let aria2 = ".aria2"

    /// How the names of the largest files begin, of which a download is most likely broken off: all names would cost too much.
    private static let largeFiles = [
        "model.safetensors.", "pytorch_model.bin.", "adapter_model.safetensors.", "consolidated.safetensors.",
        "model.onnx.", "model.tar.gz.",
    ]

    /// What the directory of a virtual environment holds, whatever its name.
    ///
    /// Source: PEP 405.
    private static let environment = "pyvenv.cfg"

    static let rule = Rule(
        "development-leftover", .warning, "files that development tools or unfinished downloads leave behind",
        explanation: """
            `.git`, `__pycache__`, `.ipynb_checkpoints`, `.venv` and `.cache/huggingface` are not needed to serve a model, \
            make it larger (`.git` often doubles it) and may tell what should stay private. `*.incomplete`, `*.part` and \
            `*.crdownload` are downloads that were broken off: the file that was meant is probably missing. Beside `*.aria2` it is there, \
            and has its size, but not all of its bytes. The AWS CLI and boto3 download `model.safetensors` as `model.safetensors.6eF3a1B2` \
            until it is there. A directory with `pyvenv.cfg` in it is a virtual environment of Python of another name. \
            `--exclude-junk` leaves out none of these three.
            """,
        remedy:
            "leave them out: `--exclude-junk` here, `--exclude` for the uploader, or delete them; finish the download",
        example: Rule.Example(bad: "model/.git/\nmodel/weights.bin.incomplete", good: "model/weights.bin"),
        source: RuleSource.uncompressedModels)

    private var outermost = OutermostDirectory()

    /// How many bytes the AWS CLI and boto3 put behind the name of a file that they download: a dot and random digits.
    private static let ending = 9

    /// Whether a file has the name of a download that was broken off. Only hexadecimal digits of both cases tell it, as six of seven
    /// such names have: dates and checksums have those of one.
    ///
    /// Source: `get_temp_filename` and `random_file_extension` in `s3transfer/utils.py` of boto/s3transfer.
    private static func isUnfinished(_ name: ByteString) -> Bool {
        let digits = name.bytes.suffix(ending - 1)
        guard name.count > ending, name.bytes[name.count - ending] == UInt8(ascii: ".") else { return false }
        let isSmall = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) }
        let isCapital = { (byte: UInt8) in (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte) }
        return digits.contains(where: isSmall) && digits.contains(where: isCapital)
            && digits.allSatisfy {
                isSmall($0) || isCapital($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {
        if JunkName.isDevelopmentLeftover(directory: ByteString(path)) { outermost.enter(path) }
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard outermost.leave(path) else { return }
        let text = ByteString(path)
        context.report(
            Finding(
                Self.rule,
                "'\(text)' is left over from development, with \(Plural.count(totals.filesBelow, "file")) below it",
                at: context.location(text), count: totals.filesBelow,
                help: context.subject.remedy(leavingOutBy: "--exclude-junk")))
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        guard !outermost.isEntered, name < path.count else { return }
        if path.ends(with: Self.aria2), path.count - name > Self.aria2.utf8.count {
            return context.report(
                Self.rule, at: path,
                help: "finish the download: `aria2c -c` with the same address, or download the file again"
            ) { path in
                let file = ByteString(Array(path.bytes.dropLast(Self.aria2.utf8.count)))
                return "'\(path)' is what aria2 keeps until '\(file)' is there as a whole"
            }
        }
        if Self.isUnfinished(ByteString(path.extracting(name...))) {
            return context.report(
                Self.rule, at: path, help: "delete it, and download the file again if it is not there"
            ) { path in
                let file = ByteString(Array(path.bytes.dropLast(Self.ending)))
                return "'\(path)' is what the AWS CLI and boto3 call '\(file)' until it is there as a whole"
            }
        }
        if name > 0, path.extracting(name...).equals(Self.environment) {
            return context.report(
                Self.rule, at: path.extracting(0..<(name - 1)),
                help:
                    "leave it out: its programs have the paths of the machine that made it; name packages in code/requirements.txt"
            ) { "'\($0)' is a virtual environment of Python, which runs only where it was made" }
        }
        guard
            JunkName.isDevelopmentLeftover(file: ByteString(path.extracting(name..<path.count)))
        else { return }
        let what = path.ends(with: ".pyc") ? "compiled Python code" : "an unfinished download"
        let help = context.subject.remedy(leavingOutBy: "--exclude-junk")
        context.report(Self.rule, at: path, help: help) { "'\($0)' is \(what) and not part of a model" }
    }
}
