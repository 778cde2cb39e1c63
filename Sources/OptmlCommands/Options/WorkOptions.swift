import ArgumentParser

/// How much a command does at the same time.
struct WorkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How many files or parts are read at the same time: 1 to 1024, no more than there are cores (default: all cores).",
            valueName: "n"))
    var jobs: Int?

    init() {}

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes 1 to 1024.") }
    }
}
