/// A command that inspects a source.
protocol SourceCommand {
    /// The source that the arguments name; nil for a listing.
    var path: ByteArgument? { get }
    var sourceOptions: SourceOptions { get }
    var listing: ListingOptions { get }
    var filter: FilterOptions { get }
    var bucket: BucketOptions { get }
}

extension SourceCommand {
    /// What to inspect, and as what.
    var source: GivenSource {
        GivenSource(source: path, options: sourceOptions, listing: listing, filter: filter, bucket: bucket)
    }
}
