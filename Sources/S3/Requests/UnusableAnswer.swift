/// An answer that says that all is well, and is none.
package struct UnusableAnswer: Error, Hashable, Sendable {
    /// What is wrong with it; not yet safe to show.
    package let message: String

    package init(_ message: String) { self.message = message }
}
