import ModelArtifacts

/// A piece of a YAML stream, as the parser tells them one after another.
struct YAMLEvent {
    /// What the piece is.
    enum Kind {
        /// The stream is at its end.
        case streamEnd
        /// A document begins.
        case documentStart
        /// A text; only a plain one, without quotes, may be something else than a string.
        case scalar(ByteString, isPlain: Bool)
        /// The value of an anchor once more.
        case alias(ByteString)
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
        /// The stream begins, or a document ends.
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
