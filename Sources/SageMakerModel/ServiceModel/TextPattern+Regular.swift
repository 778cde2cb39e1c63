import ModelArtifacts

extension TextPattern {
    /// The patterns with words and suggestions of their own.
    private static let described: [String: TextPattern] = Dictionary(
        [
            modelName, hostname, channelName, environmentName, vpcID, tag, image, line, s3URI, roleARN,
            modelPackageName, instanceType,
        ].map { ($0.expression, $0) }
    ) { first, _ in first }

    /// The pattern of an expression of the service model. One that cannot be read matches anything; a test reads all.
    static func regular(_ expression: String) -> TextPattern {
        if let pattern = described[expression] { return pattern }
        return TextPattern(expression, matchedBy: RegularExpression(expression))
    }
}
