import Subprocess

/// One run of the user's own `aws` command, which knows every way to log in.
///
/// It is started without a shell and without standard input. Whatever it prints is bounded. A task that is cancelled
/// ends it: it is asked to terminate, and killed after a second.
package struct AWSCommand: Sendable {
    /// The most bytes that it may print on standard error before it is taken for mad.
    static let complaintLimit = 1 << 20

    /// What follows `aws`.
    let arguments: [ByteString]
    /// The S3 URI that it is about, for messages.
    let uri: ByteString
    /// What the caller has to be allowed to do, such as `s3:ListBucket`.
    let permission: String
    /// The most bytes that it may print on standard output.
    let outputLimit: Int64

    package init(arguments: [ByteString], uri: ByteString, permission: String, outputLimit: Int64) {
        self.arguments = arguments
        self.uri = uri
        self.permission = permission
        self.outputLimit = outputLimit
    }

    /// An option with its value, in one argument where the value looks like an option itself.
    package static func option(_ name: ByteString, _ value: ByteString) -> [ByteString] {
        value.hasPrefix("-") ? [name + "=" + value] : [name, value]
    }

    /// A bucket or key as an option.
    ///
    /// - Throws: ``ArtifactError`` with code `usage` for a value that `aws` would take for the address of a file or page
    ///   to read the value from, or that no argument can hold.
    static func option(_ name: ByteString, s3 value: ByteString) throws(ArtifactError) -> [ByteString] {
        guard !isAddress(value) else {
            throw ArtifactError(
                .usage,
                "'\(value)' cannot be given to aws, which would take it for the address of a file or page and read that; list it another way and use --listing"
            )
        }
        guard !value.bytes.contains(0) else {
            throw ArtifactError(.usage, "'\(value)' cannot be given to aws, because no argument holds a NUL byte")
        }
        return option(name, value)
    }

    /// Whether `aws` would read a value from the file or page that it names.
    ///
    /// Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
    static func isAddress(_ value: ByteString) -> Bool {
        let schemes: [ByteString] = ["file://", "fileb://", "http://", "https://"]
        return schemes.contains(where: value.hasPrefix)
    }

    /// Runs it, and hands over what it prints on standard output, piece by piece.
    ///
    /// - Throws: ``ArtifactError`` if it is not there, prints too much, or ends with another status than 0, which then
    ///   tells what it complained of; what `receive` throws; `CancellationError`.
    package func run(_ receive: ([UInt8]) throws(ArtifactError) -> Void) async throws {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        let (status, complaint): (TerminationStatus, [UInt8])
        do {
            let result = try await Subprocess.run(
                // The library takes bytes as they are for a C string.
                .name("aws"), arguments: Arguments(arguments.map { $0.bytes + [0] }),
                // Its second version shows output page by page otherwise; the first one does not know the variable.
                environment: .inherit.updating(["AWS_PAGER": ""]), platformOptions: options,
                input: .none, output: .sequence, error: .sequence
            ) { execution in
                async let complaint = Self.complaint(of: execution)
                do {
                    try await pass(on: execution.standardOutput, to: receive)
                } catch {
                    // So that nothing more comes, and its complaints end.
                    try? execution.send(signal: .kill)
                    _ = try? await complaint
                    throw error
                }
                return try await complaint
            }
            (status, complaint) = (result.terminationStatus, result.closureResult)
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw AWSFailure.error(error)
        }
        try Task.checkCancellation()
        guard complaint.count <= Self.complaintLimit else { throw AWSFailure.endless("standard error", uri: uri) }
        guard status.isSuccess else {
            throw AWSFailure.error(status, complaint, uri: uri, permission: permission)
        }
    }

    private func pass(
        on output: SubprocessOutputSequence, to receive: ([UInt8]) throws(ArtifactError) -> Void
    ) async throws {
        var count: Int64 = 0
        for try await piece in output {
            count += Int64(piece.count)
            guard count <= outputLimit else { throw AWSFailure.endless("standard output", uri: uri) }
            try receive(unsafe piece.withUnsafeBytes { bytes in unsafe Array(bytes) })
        }
    }

    /// What it prints on standard error; more than the limit if it is killed for that.
    private static func complaint(
        of execution: Execution<NoInput, SequenceOutput, SequenceOutput>
    ) async throws -> [UInt8] {
        var text: [UInt8] = []
        for try await piece in execution.standardError where text.count <= complaintLimit {
            unsafe piece.withUnsafeBytes { bytes in unsafe text.append(contentsOf: bytes) }
            if text.count > complaintLimit { try execution.send(signal: .kill) }
        }
        return text
    }
}
