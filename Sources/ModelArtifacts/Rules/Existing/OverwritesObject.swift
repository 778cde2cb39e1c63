/// Finds objects that an upload replaces by others.
final class OverwritesObject: ExistingCheck {
    static let rule = Rule(
        "overwrites-object", .warning, "the upload replaces an object that is there",
        explanation: """
            A model that is deployed from this prefix is loaded from it again whenever an endpoint scales out or replaces \
            an instance. While the upload runs, and afterwards, new instances load other files than those that are in \
            service, or a mixture of both. An object of the same size and ETag is the same, and nothing is said.
            """,
        remedy: "upload to a new prefix for each version, and point the model to it",
        example: Rule.Example(
            bad: "model/ with a new config.json over s3://mybucket/model/config.json",
            good: "model/ with a new config.json to the empty prefix s3://mybucket/model-2/"),
        source: RuleSource.uncompressedModels)

    func check(_ object: ExistingObject, _ context: CheckContext) {
        guard case .overwritten(let difference) = object.fate else { return }
        let key = context.subject.objectKey ?? (context.subject.keyPrefix ?? "") + object.path
        let isUnpacked = context.subject.combination.compressionType == .none
        context.report(
            Finding(
                Self.rule, "'\(key)' exists in S3 and is replaced\(Self.description(of: difference, object))",
                at: isUnpacked ? context.location(object.path) : Location(key: key)))
    }

    private static func description(of difference: ExistingObject.Difference, _ object: ExistingObject) -> String {
        switch difference {
        case .size(let size):
            let old = object.size.map { ByteSize(bytes: $0).exact } ?? "an unknown number of bytes"
            return ": it has \(old), and the new one \(ByteSize(bytes: size).exact)"
        case .etag(let etag):
            return object.etag.map { ": its ETag is '\($0)', and that of the new one '\(etag)'" } ?? ""
        case .otherETag: return object.etag.map { " by one of another ETag than '\($0)'" } ?? ""
        case .unknown: return "; nothing tells whether it is the same"
        }
    }
}
