import Subprocess

/// What to tell of an `aws` that failed.
enum AWSFailure {
    /// The most bytes that are shown of what it printed.
    private static let shownLength = 1000

    /// It could not be started.
    static func error(_ error: SubprocessError) -> ArtifactError {
        guard error.code == .executableNotFound else {
            return ArtifactError(
                .readFailed, "aws: cannot be run: \(DisplayText.escaped("\(error)")); check that 'aws --version' works")
        }
        return ArtifactError(
            .readFailed,
            """
            aws: there is no such command, which lists what s3:// names; install the AWS CLI \
            (https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html), or give a listing to --listing
            """)
    }

    /// It prints and prints.
    static func endless(_ stream: String, uri: ByteString) -> ArtifactError {
        ArtifactError(
            .malformedInput,
            "\(uri): aws prints more on \(stream) than an answer can have, and was stopped; check what 'aws' is, by 'command -v aws'"
        )
    }

    /// It ended with another status than 0.
    static func error(
        _ status: TerminationStatus, _ complaint: [UInt8], uri: ByteString, permission: String
    ) -> ArtifactError {
        let text = shown(complaint)
        let how =
            switch status {
            case .exited(let code): "aws failed with status \(code)"
            case .signaled(let signal): "aws was ended by signal \(signal)"
            }
        let isMissing = contains(complaint, "(404)") || contains(complaint, "(NoSuchKey)")
        let code: ArtifactError.Code =
            if contains(complaint, "(412)") || contains(complaint, "PreconditionFailed") {
                .changedWhileRead
            } else if isMissing {
                .notFound
            } else {
                isDenied(complaint) ? .accessDenied : .readFailed
            }
        return ArtifactError(
            code,
            "\(uri): \(how)\(text.isEmpty ? "" : ": \(text)"); \(advice(complaint, permission: permission))")
    }

    /// What to do about a complaint, told by the words of the AWS CLI and of S3's error codes.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    private static func advice(_ complaint: [UInt8], permission: String) -> String {
        for (words, advice) in advices where words.contains(where: { contains(complaint, $0) }) { return advice }
        if isDenied(complaint) {
            return "this needs the permission \(permission); 'aws sts get-caller-identity' says who asks"
        }
        return "check that 'aws s3 ls' works, and see --profile, --region and --endpoint-url"
    }

    /// Whether it says that the one who asks is not allowed to, and nothing that tells more.
    private static func isDenied(_ complaint: [UInt8]) -> Bool {
        !advices.contains { words, _ in words.contains { contains(complaint, $0) } }
            && ["AccessDenied", "(403)", "Forbidden"].contains { contains(complaint, $0) }
    }

    private static let advices: [(words: [String], advice: String)] = [
        (
            [
                "ExpiredToken", "Unable to locate credentials", "InvalidAccessKeyId", "SignatureDoesNotMatch",
                "has expired", "Error loading SSO", "InvalidToken", "RequestExpired", "Partial credentials",
                "InvalidClientTokenId",
            ], "log in by 'aws sso login' or 'aws configure', or choose another --profile"
        ),
        (["NoSuchBucket"], "check the name of the bucket"),
        (
            ["Could not connect to the endpoint", "Connect timeout", "Read timeout", "Connection was closed"],
            "check the network, --region and --endpoint-url"
        ),
        (
            ["PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraint", "specify a region"],
            "give the bucket's own --region"
        ),
        (["config profile", "ProfileNotFound"], "check --profile; 'aws configure list-profiles' names them all"),
    ]

    private static func contains(_ text: [UInt8], _ words: String) -> Bool {
        let words = Array(words.utf8)
        guard text.count >= words.count else { return false }
        return (0...text.count - words.count).contains { start in text[start..<start + words.count].elementsEqual(words)
        }
    }

    /// The end of what it printed, where the reason stands, safe to show.
    private static func shown(_ complaint: [UInt8]) -> String {
        let isSpace: (UInt8) -> Bool = { " \t\n\r".utf8.contains($0) }
        let start = complaint.firstIndex { !isSpace($0) } ?? complaint.endIndex
        let end = complaint.lastIndex { !isSpace($0) && $0 != UInt8(ascii: ".") }.map { $0 + 1 } ?? start
        let text = complaint[start..<end]
        return (text.count > shownLength ? "…" : "") + DisplayText.escaped(text.suffix(shownLength))
    }
}
