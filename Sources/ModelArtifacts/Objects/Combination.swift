/// A pair of ``S3DataType`` and ``CompressionType``, which decides how SageMaker lays out model data.
public struct Combination: Hashable, Sendable {
    /// What the URI names.
    public var dataType: S3DataType
    /// How the data is prepared.
    public var compressionType: CompressionType

    /// Joins the two.
    public init(_ dataType: S3DataType, _ compressionType: CompressionType) {
        self.dataType = dataType
        self.compressionType = compressionType
    }

    /// All four pairs, in the order in which they are shown side by side.
    public static let all = [
        Combination(.prefix, .none), Combination(.object, .none), Combination(.object, .gzip),
        Combination(.prefix, .gzip),
    ]

    /// Whether the API page says what it means. It says nothing of a prefix of gzip archives.
    public var isSupported: Bool { self != Combination(.prefix, .gzip) }
}

extension Combination: CustomStringConvertible {
    /// Both values in the API's words: `S3Prefix/None`.
    public var description: String { "\(dataType.rawValue)/\(compressionType.rawValue)" }
}
