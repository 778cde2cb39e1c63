import ArgumentParser
import ModelArtifacts

/// How to reach what `s3://` names; where `aws` is asked, it is passed on to it as it is.
struct BucketOptions: ParsableArguments {
    @Option(help: ArgumentHelp("For s3:// sources: the profile of the AWS CLI.", valueName: "name"))
    var profile: ByteArgument?

    @Option(help: ArgumentHelp("For s3:// sources: the region of the bucket.", valueName: "region"))
    var region: ByteArgument?

    @Option(
        name: .customLong("endpoint-url"),
        help: ArgumentHelp("For s3:// sources: another service that speaks S3's protocol.", valueName: "url"))
    var endpointURL: ByteArgument?

    @Flag(help: "For s3:// sources: ask without credentials, as public buckets allow.")
    var noSignRequest = false

    @Option(help: ArgumentHelp("For s3:// sources: the account that must own the bucket.", valueName: "account"))
    var expectedBucketOwner: ByteArgument?

    @Option(help: ArgumentHelp("For s3:// sources: who pays for the requests: requester.", valueName: "payer"))
    var requestPayer: ByteArgument?

    @Flag(help: "For s3:// sources: say on standard error how S3 is reached, and why.")
    var debug = false

    init() {}

    /// The options as the library takes them.
    var access: BucketAccess {
        var access = BucketAccess()
        access.profile = profile?.value
        access.region = region?.value
        access.endpointURL = endpointURL?.value
        access.isUnsigned = noSignRequest
        access.expectedBucketOwner = expectedBucketOwner?.value
        access.requestPayer = requestPayer?.value
        return access
    }

    /// Who is asked about buckets.
    var service: any BucketService { BucketServices.service(access, isExplained: debug) }

    /// Checks that the options have something to work on.
    ///
    /// - Throws: `ValidationError` if some are given and nothing lies in S3.
    func validate(for places: [ByteString?]) throws {
        guard access != BucketAccess(), !places.contains(where: { $0?.isInS3 ?? false }) else { return }
        throw ValidationError(
            "--profile, --region, --endpoint-url, --no-sign-request, --expected-bucket-owner and --request-payer are for s3:// sources, and there is none."
        )
    }
}

extension ByteString {
    /// Whether an argument names a place in S3 and not a file. A file of such a path can be given as `./s3:/…`.
    var isInS3: Bool { hasPrefix("s3://") }
}
