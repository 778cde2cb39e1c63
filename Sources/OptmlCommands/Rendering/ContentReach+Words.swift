import ModelArtifacts

extension ContentReach {
    /// What is said of the contents; nil where there is nothing to say.
    var words: String? {
        switch self {
        case .all: nil
        case .some: "not all looked at"
        case .none: "not looked at"
        }
    }
}
