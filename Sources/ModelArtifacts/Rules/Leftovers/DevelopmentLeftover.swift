/// Finds what development tools and unfinished downloads leave behind.
final class DevelopmentLeftover: LayoutCheck {
    static let interest = NameInterest(suffixes: [".pyc", ".incomplete", ".part", ".crdownload", aria2, environment])
    static let directories = NameInterest(
        suffixes: [".git", "__pycache__", ".ipynb_checkpoints", ".venv", ".cache/huggingface"])

    /// How files end in which aria2 notes, as long as it downloads, what of a file is there: the file has its full size from the
    /// beginning, so that nothing else tells.
    ///
    /// Source: "Control File" and `--file-allocation` in https://aria2.github.io/manual/en/html/aria2c.html.
    private static let aria2 = ".aria2"

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
            and has its size, but not all of its bytes. A directory with `pyvenv.cfg` in it is a virtual environment of Python of another name. \
            `--exclude-junk` leaves out neither of these two.
            """,
        remedy:
            "leave them out: `--exclude-junk` here, `--exclude` for the uploader, or delete them; finish the download",
        example: Rule.Example(bad: "model/.git/\nmodel/weights.bin.incomplete", good: "model/weights.bin"),
        source: RuleSource.uncompressedModels)

    private var outermost = OutermostDirectory()

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
