import ModelArtifacts

/// A piece of a YAML stream, as the parser tells them one after another.
struct YAMLEvent {
    /// What the piece is.
    enum Kind {
        /// The stream is at its end.
        case streamEnd
        /// A document begins.
        case documentStart
        /// A text.
        case scalar(ByteString, ScalarStyle)
        /// The value of an anchor once more.
        case alias(ByteString)
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
        /// The stream begins, or a document ends.
        case other
    }

    /// How a text is written.
    enum ScalarStyle {
        /// Without quotes: it may be something else than a string.
        case plain
        /// As a literal block, `|`, which keeps its lines.
        case literal
        /// Between quotes, or as a folded block.
        case other
    }

    let kind: Kind
    /// The name that the value gets for aliases; nil if it gets none.
    var anchor: ByteString?
    /// The tag in full, `!Ref` or `tag:yaml.org,2002:str`; nil if the value has none.
    var tag: ByteString?
    /// How many characters of the stream stand before it.
    let index: Int
}
