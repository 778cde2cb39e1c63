package import ModelArtifacts

/// Finds a document that is neither JSON nor YAML, more of it than any request, or one of something else.
package enum MalformedDocument {
    package static let rule = Rule(
        "request-malformed-document", .error, "the document is nothing that a request can be read from",
        explanation: """
            A request is JSON (RFC 8259) or YAML in UTF-8, which is taken by version 1.1 in templates, and by 1.2 where the \
            AWS CLI is to read it. What begins with a brace or a bracket is JSON: comments, \
            single quotes, a comma after the last element and half of a surrogate pair are none, and no client can send \
            them. Documents that are nested deeper than 512 levels, longer than 16 MiB, or hold more than 500,000 values, \
            those that aliases of YAML repeat among them, are refused too, so that none takes more memory than that. And \
            a document that can be read may still be something else: a configuration of another tool, a program, a request \
            of another operation, a file of the model. It is refused by its name.
            """,
        remedy: "correct the document at the place that is named, or give the one that holds the request",
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
        return Finding(rule, message, at: RequestValue.location("", place), byteOffset: place?.offset)
    }
}
