import ArgumentParser

/// The form of a result that holds no findings.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs.
    case json

    /// The form of a report, if it can be one of a result without findings.
    init?(_ format: ReportFormat) { self.init(rawValue: format.rawValue) }
}
