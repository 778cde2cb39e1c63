/// The version of the tool.
enum Version {
    /// As `major.minor.patch`.
    static let current = "0.1.0"
}
