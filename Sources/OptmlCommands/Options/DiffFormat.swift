import ArgumentParser

/// The form of what changes from one source to another.
enum DiffFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs.
    case json
    /// For people, in a browser: one page that needs nothing else.
    case html
}
