/// What is wanted of the contents of a file.
package struct ContentNeeds: Hashable, Sendable {
    /// How many bytes from the start of the file; 0 for none.
    package var prefix: Int
    /// Whether the file is to be recognised, and judged by the format that its name says.
    package var judgement: Bool

    package init(prefix: Int = 0, judgement: Bool = false) {
        self.prefix = prefix
        self.judgement = judgement
    }

    /// Nothing.
    package static let none = ContentNeeds()

    /// All of a file of `size` bytes, or nothing if that is more than `limit`.
    package static func whole(_ size: Int64, upTo limit: Int) -> ContentNeeds {
        ContentNeeds(prefix: size <= Int64(limit) ? Int(max(0, size)) : 0)
    }

    package var isNone: Bool { prefix == 0 && !judgement }

    /// Adds what somebody else wants.
    package mutating func formUnion(_ other: ContentNeeds) {
        prefix = max(prefix, other.prefix)
        judgement = judgement || other.judgement
    }
}
