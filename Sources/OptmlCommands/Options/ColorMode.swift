import ArgumentParser

/// When to use colour.
enum ColorMode: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// On a terminal, unless the environment variable `NO_COLOR` is set.
    case auto
    case always
    case never
}
