/// What a value of a request has to be: its type and its constraints.
package enum Shape: Sendable {
    /// An object with known members.
    case structure(Structure)
    /// An array, and how many elements it may have.
    indirect case list(Shape, count: ClosedRange<Int>)
    /// An object with any names, and how many members it may have.
    case map(key: TextConstraint, value: TextConstraint, count: ClosedRange<Int>)
    /// A string.
    case text(TextConstraint)
    /// `true` or `false`.
    case boolean

    /// The type in words.
    package var typeName: String {
        switch self {
        case .structure, .map: "an object"
        case .list: "an array"
        case .text: "a string"
        case .boolean: "true or false"
        }
    }
}
