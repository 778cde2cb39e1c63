package import ModelArtifacts

/// Finds a document that is no JSON, more of it than any request, or JSON of something else.
package enum MalformedDocument {
    package static let rule = Rule(
        "request-malformed-document", .error, "the document is not JSON that a request can be",
        explanation: """
            A request is one JSON document in UTF-8 (RFC 8259). Comments, single quotes, a comma after the last element, \
            half of a surrogate pair, an unfinished document and YAML are not JSON, and no client can send them. Documents \
            that are nested deeper than 512 levels, longer than 16 MiB, or hold more than 500,000 values are refused too: \
            no request and no template is of that size. And a document that is JSON may still be something else: a plan of \
            another tool, a request of another operation, a file of the model. It is refused by its name.
            """,
        remedy: "correct the document at the place that is named; convert YAML to JSON first",
        example: Rule.Example(bad: #"{"ModelName": "my-model",}"#, good: #"{"ModelName": "my-model"}"#),
        source: RequestSource.json)

    /// The finding for a document that is something else.
    static func finding(_ foreign: ForeignDocument, _ document: JSONNode) -> Finding {
        Finding(
            rule, "the document is \(foreign.name), no request of CreateModel and no part of one",
            at: RequestValue.location("", document.place), byteOffset: document.place?.offset, help: foreign.help)
    }

    /// The finding for an error of reading.
    package static func finding(_ error: ArtifactError, name: ByteString) -> Finding {
        let place = error.place
        var message = error.message
        if let place {
            let prefix = "\(name):\(place.line):\(place.column): "
            if message.hasPrefix(prefix) { message.removeFirst(prefix.count) }
        }
        // What begins otherwise than JSON is most likely another format as a whole.
        let isOtherFormat = place?.line == 1 && place?.column == 1
        return Finding(
            rule, message, at: RequestValue.location("", place), byteOffset: place?.offset,
            help: isOtherFormat ? "give JSON in UTF-8; YAML and UTF-16 have to be converted first" : nil)
    }
}
