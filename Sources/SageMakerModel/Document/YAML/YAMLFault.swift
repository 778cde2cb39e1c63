/// What keeps a text from being YAML.
struct YAMLFault: Error {
    /// Where a fault is.
    enum Place {
        /// How many characters stand before it.
        case characters(Int)
        /// How many bytes stand before it.
        case bytes(Int)
    }

    let message: String
    let place: Place
}
