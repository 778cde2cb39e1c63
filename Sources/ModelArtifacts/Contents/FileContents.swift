/// What was seen of the contents of a file.
package struct FileContents: Sendable {
    /// The format that the name of the file says; nil if it says none that is known.
    package let format: ContentFormat?
    /// The first bytes: at least as many as were asked for, or all if there are fewer.
    package let prefix: [UInt8]
    /// What is wrong with them; nil too if nobody asked for a judgement.
    package let fault: ContentFault?
    /// What they tell besides.
    package let facts: ContentFacts

    /// Whether the file has a format, and nothing is to be said of it but that.
    package var isUnremarkable: Bool { format != nil && fault == nil && facts == .none }
}
