/// The sums over everything that was seen.
package struct SummaryTotals: Sendable {
    /// Objects that S3 holds or would hold.
    package var objects = 0
    /// Files in the layout.
    package var files = 0
    /// Bytes of the files in the layout.
    package var bytes: Int64 = 0
    /// Bytes of an archive that came through a pipe, whose size was not known before.
    package var archiveSize: Int64?
    /// How many members of an archive make no file or directory, and why.
    package var lost: [LostMember: Int] = [:]
    /// Keys of a listing that do not lie below the prefix.
    package var outsidePrefix = 0
    /// The number of those that are of other buckets.
    package var otherBucketKeys = 0
    /// The bucket that a listing says it is of; nil if it does not say.
    package var listedBucket: ByteString?
    /// The number of those that begin as the prefix does, which has no slash at its end.
    package var siblingCount = 0
    /// Some keys of a listing that begin as the prefix does but do not lie below it.
    package var siblings: [ByteString] = []
    /// The objects of a listing that have to be restored before they can be read.
    package var archived: [ArchiveClass: ArchivedObjects] = [:]
    /// Whether some of a directory was left out, as the filter says.
    package var leavesOut = false
    /// Whether the source was read to its end, so that the sums mean something.
    package var isComplete = true
}
