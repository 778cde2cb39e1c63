/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The deployment fails, or a file is lost or not what its owner thinks.
    case error
    /// Probably a mistake.
    case warning
    /// Worth knowing.
    case note

    /// Orders the most severe first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    /// Its place in this order, from 0.
    var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}
