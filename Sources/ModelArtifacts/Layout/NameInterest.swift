/// Which names a check wants to see, as it declares them. One name in a hundred interests any check, so that it is told by a
/// look at the first byte, the last byte and the classes of the bytes between, before any check is called.
///
/// What is declared here costs every listing: files and directories whose names are in nobody's interest are counted in runs, a
/// nanosecond each, while those that are in somebody's are handed to the checks one by one, a tenth of a microsecond each. So a
/// suffix is better than its last byte, and a rare first byte better than a common one; ``every`` ends the runs for all names.
package struct NameInterest: Sendable {
    /// The first bytes of such names.
    package var firstBytes: String
    /// The last bytes of such names.
    package var lastBytes: String
    /// How such names end, or such paths: a suffix may hold slashes. Costs a comparison for each name with its last byte.
    package var suffixes: [String]
    /// How such names begin. Costs a comparison for each name with its first byte.
    package var prefixes: [String]
    /// What names have that are of interest whatever their bytes.
    package var traits: NameTraits
    /// Whether only files of no bytes are of interest.
    package var isForEmptyFiles: Bool
    /// Whether all names are of interest.
    package private(set) var isEvery = false

    package init(
        firstBytes: String = "", lastBytes: String = "", suffixes: [String] = [], prefixes: [String] = [],
        traits: NameTraits = [],
        isForEmptyFiles: Bool = false
    ) {
        self.firstBytes = firstBytes
        self.lastBytes = lastBytes
        self.suffixes = suffixes
        self.prefixes = prefixes
        self.traits = traits
        self.isForEmptyFiles = isForEmptyFiles
    }

    /// No names.
    package static let none = NameInterest()

    /// All names.
    package static var every: NameInterest {
        var interest = NameInterest()
        interest.isEvery = true
        return interest
    }

    /// Whether there are no such names.
    package var isNone: Bool {
        !isEvery && firstBytes.isEmpty && lastBytes.isEmpty && suffixes.isEmpty && prefixes.isEmpty
            && traits.isEmpty
    }
}
