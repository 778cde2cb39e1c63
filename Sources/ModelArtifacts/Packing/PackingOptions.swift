/// How to pack a directory.
public struct PackingOptions: Sendable {
    /// How the directory is inspected first: what is left out, which rules apply, how the archive will be uploaded.
    ///
    /// Its `dataType` and `compressionType` are set by the packer.
    public var inspection = InspectionOptions()
    /// How much work goes into making the archive small.
    public var level = PackingLevel.auto
    /// The time of change that all members get, in seconds since 1970: 0 to ``latestModificationTime``.
    public var modificationTime: Int64 = 0
    /// How many pieces are compressed at the same time, which changes nothing in the archive; the number of processors if nil.
    public var jobs: Int?

    /// The latest time that a header can hold, in the year 2242: eleven octal digits.
    public static let latestModificationTime: Int64 = (1 << 33) - 1

    /// The defaults.
    public init() {}
}
