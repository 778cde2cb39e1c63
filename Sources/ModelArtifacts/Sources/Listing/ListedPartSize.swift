/// What a listing says of the parts in which an object was uploaded. Only an optml manifest says anything.
package enum ListedPartSize: Hashable, Sendable {
    /// Nothing.
    case unknown
    /// The object was uploaded with a single PUT.
    case singlePut
    /// The object was uploaded in parts of so many bytes, the last one excepted.
    case bytes(Int64)
}
