/// Which prefixes of the buckets are models.
public enum ModelPlaces: Hashable, Sendable {
    /// A table with the columns `bucket` and `prefix`, a row a model.
    case table(TableName)
    /// Every prefix of so many components, from 1 to ``mostComponents``, below the place that is looked at.
    case depth(Int)

    /// A key has at most 1,024 bytes, and a component takes two with its slash.
    public static let mostComponents = 512
}
