package import ModelArtifacts

/// What to tell of a request that S3 did not do: what it was about, who was asked, as whom, what the answer was, and what to do.
package struct S3Failure: Sendable {
    /// The most characters that are shown of what a service says.
    private static let shownLength = 600

    let request: S3Request
    let address: BucketAddress
    /// Who asks; nil for nobody.
    let identity: String?
    /// How often it was asked.
    let attempts: Int
    /// What must not be shown, if the answer has it.
    var credentials: Credentials?

    /// S3 says no.
    package func error(_ error: ServiceError) -> ArtifactError {
        let code: ArtifactError.Code =
            switch error.status {
            case 412: .changedWhileRead
            case 416: .changedWhileRead
            case 404 where request.action != .listObjectsV2 && error.code != "NoSuchBucket": .notFound
            case 403 where Self.isDenial(error): .accessDenied
            default: .readFailed
            }
        if code == .changedWhileRead {
            return ArtifactError(code, "\(request.uri): was replaced while it was looked at; run again")
        }
        return ArtifactError(
            code, message("S3 says \(Self.words(of: error, hiding: credentials?.texts ?? []))", advice(error)))
    }

    /// There was no answer.
    func error(_ error: TransportError) -> ArtifactError {
        let said = DisplayText.escaped(error.message)
        let advice =
            switch error.reason {
            case .unknownHost, .noConnection: "check the network, the proxy, --region and --endpoint-url"
            case .timeOut, .interrupted: "check the network, and run again"
            case .untrusted:
                "check --endpoint-url; if a proxy of your own stands between, name its certificate by AWS_CA_BUNDLE"
            case .tooLong: "check what --endpoint-url leads to"
            case .unsendable: "look for the end of a line in the credentials"
            case .other: "check --endpoint-url and the proxy"
            }
        return ArtifactError(.readFailed, message("no answer: \(said)", advice))
    }

    /// The answer is none.
    func error(_ answer: UnusableAnswer) -> ArtifactError {
        ArtifactError(
            .malformedInput,
            message(
                "the answer is not to be understood: \(answer.message)",
                "check what --endpoint-url leads to, and run again"))
    }

    private func message(_ what: String, _ advice: String) -> String {
        let asked = "\(request.action.rawValue) at \(address.service.scheme)://\(address.service.host)"
        let who = identity.map { "as \($0)" } ?? "without credentials"
        let what = HiddenSecrets.hide(credentials?.texts ?? [], in: what)
        return "\(request.uri): \(what) (\(asked) \(who)\(attempts > 1 ? ", \(attempts) times" : "")); \(advice)"
    }

    /// The code and the sentence of a service, safe to show.
    ///
    /// - Parameter secrets: what must not be shown, if the sentence has it.
    package static func words(of error: ServiceError, hiding secrets: [String?] = []) -> String {
        // Before it is cut, since a part of a secret is one, too.
        var sentence = HiddenSecrets.hide(secrets, in: error.message)
        while let last = sentence.last, last == "." || last.isWhitespace { sentence.removeLast() }
        let shown =
            DisplayText.escaped(String(sentence.prefix(shownLength))) + (sentence.count > shownLength ? "…" : "")
        return DisplayText.escaped(error.code) + (shown.isEmpty ? "" : ": \(shown)")
    }

    private static func isDenial(_ error: ServiceError) -> Bool {
        ["AccessDenied", "Forbidden", "AllAccessDisabled", "AccountProblem"].contains(error.code)
    }

    /// Source of the codes: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    private func advice(_ error: ServiceError) -> String {
        switch error.code {
        case "NoSuchBucket": return "check the name of the bucket"
        case "NoSuchKey", "Not Found": return "check the name"
        case "InvalidAccessKeyId", "InvalidToken", "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId":
            return "log in by 'aws sso login' or 'aws configure', or choose another --profile"
        case "SignatureDoesNotMatch": return "check the secret access key"
        case "RequestTimeTooSkewed": return "set the clock of this machine"
        case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException":
            return "give the bucket's own --region"
        case "Moved": return "check --endpoint-url, or give the bucket's own --region"
        case "InvalidRequest" where request.action != .listObjectsV2:
            return "an object under SSE-C cannot be looked at without its key"
        default: break
        }
        if error.isTransient { return "S3 is busy; wait, and run again" }
        guard error.status == 403 || error.status == 401 else { return "check --endpoint-url, --region and the name" }
        guard identity != nil else { return "the bucket is not public; leave --no-sign-request out" }
        return "this needs the permission \(request.action.permission)"
            + (request.action == .listObjectsV2 ? "" : " (and kms:Decrypt of the key, under SSE-KMS)")
    }
}
