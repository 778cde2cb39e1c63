/// What is wrong with the contents of a file.
package struct ContentFault: Hashable, Sendable {
    /// What sort of fault it is, of which a rule speaks.
    package enum Kind: Hashable, Sendable {
        /// The file is shorter than it says itself.
        case truncated
        /// The file cannot be right, whatever its size is.
        case damaged
        /// The file holds something that its reader does not know, as of its latest release.
        case unknownType
        /// The file is a pointer of Git LFS.
        case gitLFSPointer
        /// The file is something else that stands in the place of weights.
        case notWeights
        /// The file has another format than its name says.
        case otherFormat
        /// The format is one that its readers have given up.
        case outdated
        /// The file is no JSON that readers take.
        case invalidJSON
        /// The file is JSON that breaks off.
        case cutJSON
        /// The file is JSON of another kind than its readers want.
        case noObject
        /// The file is no index of shards that readers take.
        case brokenIndex
        /// The file is an index of shards that some readers do not take.
        case questionableIndex
    }

    package let kind: Kind
    /// What is wrong in words that stand behind the name of the file, safe to show: "is 5 bytes long and …".
    package let message: String
    /// What to do about it; nil for what the rule says.
    package let help: String?
    /// The line of a text that has it, from 1.
    package let line: Int?
    /// The column in that line in bytes, from 1.
    package let column: Int?

    init(_ kind: Kind, _ message: String, help: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.kind = kind
        self.message = message
        self.help = help
        self.line = line
        self.column = column
    }

    /// A file that is shorter than it has to be.
    ///
    /// - Parameters:
    ///   - what: what says so: "its header".
    ///   - needed: how many bytes there have to be.
    ///   - isLeast: whether more may follow, of which that part says nothing.
    static func truncated(
        _ size: Int64, _ what: String, needs needed: UInt64, atLeast isLeast: Bool = false
    ) -> ContentFault {
        let missing = needed - UInt64(max(0, size))
        let (bytes, verb) = missing == 1 ? ("byte", "is") : ("bytes", "are")
        return ContentFault(
            .truncated,
            "is \(Plural.count(Int(size), "byte")) long and \(what) needs \(isLeast ? "at least " : "")\(needed): \(isLeast ? "at least " : "")\(missing) \(bytes) \(verb) missing"
        )
    }

    /// A file that was allocated and never written.
    ///
    /// - Parameter said: what a loader says of it.
    static func onlyZeros(_ said: String) -> ContentFault {
        ContentFault(
            .damaged, "begins with nothing but zeros, as a file that was allocated and never written ('\(said)')")
    }
}
