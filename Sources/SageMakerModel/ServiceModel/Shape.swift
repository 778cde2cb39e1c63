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
    /// A number, of which nothing may stand behind the point perhaps, and how large it may be.
    case number(isWhole: Bool, ClosedRange<Double>)
    /// Anything; of some members only that they are there is known.
    case any

    /// The type in words.
    package var typeName: String {
        switch self {
        case .structure, .map: "an object"
        case .list: "an array"
        case .text: "a string"
        case .boolean: "true or false"
        case .number(let isWhole, _): isWhole ? "a whole number" : "a number"
        case .any: "any value"
        }
    }
}
