import ModelArtifacts

/// A line on standard error that is about the command and not a part of its result. All of them have one form.
enum Notice: String {
    case error, warning, note

    /// Writes a line.
    ///
    /// - Parameter text: what to say; safe to show.
    func show(_ text: String) {
        let style = Style(.ofProcess, for: 2)
        let label =
            switch self {
            case .error: style.red(rawValue)
            case .warning: style.yellow(rawValue)
            case .note: style.blue(rawValue)
            }
        StandardStream.error.line("optml: \(label): \(text)")
    }
}
