import ModelArtifacts

/// Where a setting comes from.
enum SettingOrigin: Hashable, Sendable {
    /// Nobody set it.
    case standard
    /// A configuration file, at a place.
    case file(ByteString, TextPosition)
    /// An option.
    case commandLine
}

extension SettingOrigin: CustomStringConvertible {
    var description: String {
        switch self {
        case .standard: "default"
        case .file(let file, let place): "\(file):\(place.line):\(place.column)"
        case .commandLine: "command line"
        }
    }
}
