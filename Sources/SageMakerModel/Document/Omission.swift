/// What is left out where a value is: a remedy says so only of what the API can do without.
enum Omission: String, Sendable {
    /// A member that is not required.
    case member = "leave the member out"
    /// An element of a list.
    case element = "leave the element out"
    /// An entry of a map, as an environment variable.
    case entry = "leave the entry out"
}
