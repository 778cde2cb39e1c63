import ModelArtifacts

/// Takes out of what others say what must not be shown: a service may send back what it was sent.
enum HiddenSecrets {
    /// What is shorter is no secret of AWS, and may stand in any sentence.
    private static let shortest = 8

    static func hide(_ secrets: [String?], in text: String) -> String {
        secrets.compactMap(\.self).filter { $0.utf8.count >= shortest }
            // One that is a part of another goes last.
            .sorted { $0.utf8.count > $1.utf8.count }
            .reduce(text) { $0.replacing($1, with: "…") }
    }
}
