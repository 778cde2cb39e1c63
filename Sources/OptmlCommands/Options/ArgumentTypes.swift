public import ArgumentParser
public import ModelArtifacts
public import SageMakerModel

// The library's own words are the words of the command line.
extension S3DataType: ExpressibleByArgument {}
extension CompressionType: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension Uploader: ExpressibleByArgument {}
extension ListingFormat: ExpressibleByArgument {}
extension ETagEncryption: ExpressibleByArgument {}
extension Framework: ExpressibleByArgument {}
extension Deployment: ExpressibleByArgument {}
extension DocumentSyntax: ExpressibleByArgument {}
extension ContainerMode: ExpressibleByArgument {}
extension RepositoryAccessMode: ExpressibleByArgument {}
extension ModelCacheSetting: ExpressibleByArgument {}
extension InferenceExecutionMode: ExpressibleByArgument {}
extension RequestFormat: ExpressibleByArgument {}
