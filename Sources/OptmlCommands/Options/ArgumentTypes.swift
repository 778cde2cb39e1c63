public import ArgumentParser
public import ModelArtifacts

// The library's own words are the words of the command line.
extension S3DataType: ExpressibleByArgument {}
extension CompressionType: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension Uploader: ExpressibleByArgument {}
extension ListingFormat: ExpressibleByArgument {}
