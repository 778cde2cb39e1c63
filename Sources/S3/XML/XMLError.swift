/// An answer that is not the XML that it has to be.
package struct XMLError: Error, Hashable, Sendable {
    /// What is wrong.
    package let message: String
    /// At which byte of the answer.
    package let offset: Int
    /// Whether more bytes could have mended it.
    package let isTruncated: Bool
}
