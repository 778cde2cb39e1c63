/// Writes values as JSON, in the very bytes of Foundation's own with the options that there are.
///
/// The argument parser takes of Foundation no more than this folder has, for `--experimental-dump-help`. `Sources/build-static`
/// compiles it as a module of Foundation's name, since Foundation cannot be linked in parts: it would be a fifth of the executable.
public final class JSONEncoder {
    /// How the text is to look. It is written in this form whatever is set.
    public struct OutputFormatting: OptionSet, Sendable {
        /// With an indent.
        public static let prettyPrinted = Self(rawValue: 1 << 0)
        /// With members in the order of their names.
        public static let sortedKeys = Self(rawValue: 1 << 1)

        /// One bit for each option.
        public let rawValue: UInt

        /// Takes the bits.
        public init(rawValue: UInt) { self.rawValue = rawValue }
    }

    /// What was asked for.
    public var outputFormatting: OutputFormatting = [.prettyPrinted, .sortedKeys]

    /// Makes an encoder.
    public init() {}

    /// Writes a value with an indent of two spaces and members in the order of their names.
    ///
    /// - Throws: what the value throws when it is encoded.
    public func encode(_ value: some Encodable) throws -> Data {
        let tree = JSONTree()
        try tree.encode(value, at: [])
        var text = ""
        tree.write(to: &text, indent: "")
        return Array(text.utf8)
    }
}
