/// A command that inspects a source.
protocol SourceCommand {
    var sourceOptions: SourceOptions { get }
    var listing: ListingOptions { get }
    var filter: FilterOptions { get }
    var bucket: BucketOptions { get }
}

extension SourceCommand {
    /// What to inspect, and as what.
    var source: GivenSource {
        GivenSource(options: sourceOptions, listing: listing, filter: filter, bucket: bucket)
    }
}
