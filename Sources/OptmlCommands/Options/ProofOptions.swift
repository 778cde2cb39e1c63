import ArgumentParser

/// How far S3 is asked about single objects beyond its listing.
struct ProofOptions: ParsableArguments {
    @Flag(
        name: .customLong("no-head"),
        help:
            "For s3:// sources: keep to the listing. Else S3 is asked (HeadObject) about what ETags do not prove the same."
    )
    var noHead = false

    init() {}
}
