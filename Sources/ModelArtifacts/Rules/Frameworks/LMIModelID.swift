/// Finds names of models that LMI cannot load.
final class LMIModelID: FrameworkCheck, ContentCheck {
    static let kind = ContainerFault.Kind.lmiModelID
    /// Where none is told, `serving.properties` says that it is LMI.
    static let exceptFrameworks = Set(Framework.allCases).subtracting([.djlLMI])
    /// So many bytes such a file may have.
    private static let mostBytes = 1 << 20

    static let rule = Rule(
        "lmi-model-id", .error, "what names the model for LMI cannot be loaded",
        explanation: """
            option.model_id in serving.properties, OPTION_MODEL_ID and HF_MODEL_ID name a model of the Hub, a prefix of S3, or a \
            directory in the container. An archive in S3 is not unpacked, a web address is not downloaded, and a directory below \
            /opt/ml/model that is not there is taken for the name of a model on the Hub. A \
            placeholder, as {{s3url}} or ${MODEL}, is filled in by nothing in the container.
            """,
        remedy: "name a prefix that ends with a slash, a model of the Hub, or a directory that is there",
        example: Rule.Example(
            bad: "option.model_id=s3://mybucket/model.tar.gz",
            good: "option.model_id=s3://mybucket/model/"),
        source: "https://github.com/deepjavalibrary/djl-serving/issues/962")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        path.ends(withComponents: "serving.properties") ? .whole(size, upTo: Self.mostBytes) : .none
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        // With a container that is told, its decision says it.
        guard context.subject.framework == nil, contents.prefix.count >= size else { return }
        let text = ByteString(path)
        let properties = PropertiesFile(Array(contents.prefix.prefix(Int(size))))
        guard let fault = DJLContainer.wrongModelID(of: properties, at: text, in: text.parent, nil) else { return }
        context.report(Finding(Self.rule, fault.message, at: context.location(text), help: fault.help))
    }
}
