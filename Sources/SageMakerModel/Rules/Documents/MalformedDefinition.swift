import ModelArtifacts

/// Finds a definition of a workflow, as text in another document, that is no JSON.
enum MalformedDefinition {
    static let rule = Rule(
        "request-malformed-definition", .error, "a document that stands in another one as text is no JSON",
        explanation: """
            State machines of Step Functions and pipelines of SageMaker are given to CloudFormation, Terraform and their own \
            APIs as a text, which has to be an object of JSON. Where it is none the service refuses it, and nothing that stands \
            in it was checked. Where pieces of the text are only known when it is deployed, and it cannot be read without \
            them, it is a note: it may well be JSON then, but the requests in it were not looked at.
            """,
        remedy: "correct the text at the place that is named, or give the definition as a document of its own",
        example: Rule.Example(
            bad: #"{"DefinitionString": "{\"StartAt\": \"Model\", \"States\": {}"}"#,
            good: #"{"DefinitionString": "{\"StartAt\": \"Model\", \"States\": {}}"}"#),
        source:
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html"
    )

    /// The name of such a text in errors of reading.
    static let name: ByteString = "text"

    /// The finding for a text that is JSON, but no object.
    static func finding(noObject text: KnownText, _ value: RequestValue, _ places: EmbeddedPlaces) -> Finding {
        finding("it is JSON of another kind", nil, text, value, places)
    }

    /// The finding for an error of reading.
    static func finding(
        _ error: ArtifactError, _ text: KnownText, _ value: RequestValue, _ places: EmbeddedPlaces
    ) -> Finding {
        let fault = MalformedDocument.finding(error, name: name)
        return finding(fault.message, error.place, text, value, places)
    }

    private static func finding(
        _ fault: String, _ place: TextPosition?, _ text: KnownText, _ value: RequestValue, _ places: EmbeddedPlaces
    ) -> Finding {
        guard text.text != nil else {
            // A piece that is not known may be what is missing at that place.
            var finding = Finding(
                rule,
                "the text cannot be read as JSON before all its pieces are known, so no request in it was checked",
                at: value.location, byteOffset: value.node.place?.offset)
            finding.severity = .note
            return finding
        }
        var message = "the text is no JSON object: \(fault)"
        if !places.isExact, let place {
            message += " (line \(place.line), column \(place.column) of the text)"
        }
        let shown = places.place(of: place) ?? value.node.place
        return Finding(rule, message, at: RequestValue.location(value.path, shown), byteOffset: shown?.offset)
    }
}
