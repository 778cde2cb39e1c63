public import ArgumentParser
public import BucketSQL
public import ModelArtifacts
public import SageMakerModel

// The library's own words are the words of the command line.
extension S3DataType: ExpressibleByArgument {}
extension SQLDialect: ExpressibleByArgument {}
extension InventoryFormat: ExpressibleByArgument {}
extension CompressionType: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension Uploader: ExpressibleByArgument {}
extension ListingFormat: ExpressibleByArgument {}
extension ETagEncryption: ExpressibleByArgument {}
extension Framework: ExpressibleByArgument {}
extension Deployment: ExpressibleByArgument {}
extension DocumentSyntax: ExpressibleByArgument {}
extension RequestFormat: ExpressibleByArgument {}
extension ContainerMode: ExpressibleByArgument {}
extension RepositoryAccessMode: ExpressibleByArgument {}
extension ModelCacheSetting: ExpressibleByArgument {}
extension InferenceExecutionMode: ExpressibleByArgument {}

// A document may hold words that are not known yet; whoever types one has mistyped it.
extension ExpressibleByArgument where Self: RequestWord {
    /// Takes a word that is known.
    public init?(argument: String) {
        guard let word = Self.allCases.first(where: { $0.rawValue == argument }) else { return nil }
        self = word
    }

    /// The words that are known, for the help and for messages.
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }

    /// The word, as the help shows a default.
    public var defaultValueDescription: String { rawValue }
}
