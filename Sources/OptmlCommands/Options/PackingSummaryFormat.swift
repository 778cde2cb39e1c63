import ArgumentParser

/// The form in which an archive is described on standard output. People read it on standard error.
enum PackingSummaryFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For programs.
    case json
}
