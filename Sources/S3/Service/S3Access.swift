/// Which way S3 is reached, and why.
package enum S3Access: Sendable {
    /// We speak to it ourselves.
    case native(S3Service, how: String)
    /// The user's `aws` command does.
    case command(why: String)

    /// One line, without a secret.
    package var explanation: String {
        switch self {
        case .native(_, let how): "natively, \(how)"
        case .command(let why): "by the aws command: \(why)"
        }
    }

    /// The variable of the environment that chooses: `native` or `aws`.
    package static let variable = "OPTML_S3"
}
