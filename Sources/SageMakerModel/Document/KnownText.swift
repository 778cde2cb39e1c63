package import ModelArtifacts

/// What a document tells of a text that only another program will know as a whole: how it begins, and how it ends.
///
/// `{"Fn::Sub": "s3://${Bucket}/llm/v1"}` begins with `s3://` and ends with `/llm/v1`. Both may be empty; then nothing is known.
package struct KnownText: Hashable, Sendable {
    /// The literal beginning.
    package var beginning: ByteString
    /// The literal end.
    package var end: ByteString

    package init(beginning: ByteString = "", end: ByteString = "") {
        self.beginning = beginning
        self.end = end
    }

    /// Nothing is known, not even that it is a text.
    package static let nothing = KnownText()

    /// The text of pieces one behind another.
    ///
    /// - Parameter pieces: what stands there in order; nil for a piece that is not known.
    /// - Returns: the whole text if every piece is known, else what is known of it.
    package static func joining(_ pieces: [ByteString?]) -> JSONNode.Content {
        let beginning = pieces.prefix { $0 != nil }.flatMap { $0?.bytes ?? [] }
        guard pieces.contains(nil) else { return .string(ByteString(Array(beginning))) }
        let end = pieces.reversed().prefix { $0 != nil }.reversed().flatMap { $0?.bytes ?? [] }
        return .unknown(KnownText(beginning: ByteString(Array(beginning)), end: ByteString(Array(end))))
    }
}
