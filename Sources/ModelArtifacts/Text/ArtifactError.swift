/// Something that stops the tool: it could not read, write or understand what it was given to work with.
///
/// What is wrong with the artifact itself is not an error but a ``Finding``.
public struct ArtifactError: Error, Hashable, Sendable {
    /// The kind of error. New kinds may be added.
    public struct Code: Hashable, Sendable {
        fileprivate enum Value {
            case notFound, readFailed, changedWhileRead, malformedInput, writeFailed, outputClosed, usage,
                outOfResources, accessDenied
        }
        fileprivate let value: Value

        /// A path does not exist.
        public static let notFound = Code(value: .notFound)
        /// A file or directory could not be opened or read.
        public static let readFailed = Code(value: .readFailed)
        /// A file had other contents or another identity after it was read than before.
        public static let changedWhileRead = Code(value: .changedWhileRead)
        /// A listing, manifest or other document is not what it should be.
        public static let malformedInput = Code(value: .malformedInput)
        /// Output could not be written completely.
        public static let writeFailed = Code(value: .writeFailed)
        /// Whoever read the output has gone before everything was written.
        public static let outputClosed = Code(value: .outputClosed)
        /// The request makes no sense: options that contradict each other, a value out of range.
        public static let usage = Code(value: .usage)
        /// The process or the system has no file descriptors or no memory left, which says nothing about the input.
        public static let outOfResources = Code(value: .outOfResources)
        /// A service refuses to answer for want of a permission.
        public static let accessDenied = Code(value: .accessDenied)
    }

    /// What kind of error it is.
    public var code: Code
    /// What happened, to which file, and what to do next; safe to show.
    public var message: String
    /// Where in a text the fault is, which the message names too; nil where there is no such place.
    package var place: TextPosition?

    /// Describes an error. `message` must be safe to show; see ``DisplayText``.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension ArtifactError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
