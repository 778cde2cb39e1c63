import Testing

@testable import ModelArtifacts

/// What is said where nothing would arrive, of listings that nearly hold the model.
@Suite struct NothingArrivesTests {
    private func said(_ artifact: Artifact) -> Finding? { artifact.findings().first { $0.rule == "no-objects" } }

    private func listing(_ uri: ByteString, _ keys: ByteString..., from kind: SourceKind = .listing) -> Artifact {
        Artifact.listing(uri, keys).with { $0.kind = kind }
    }

    @Test func keysElsewhere() {
        let one = said(listing("s3://mybucket/m/", "n/a"))
        #expect(one?.message == "'s3://mybucket/m/' has nothing in the listing: of 1 key none begins with 'm/'")
        #expect(one?.help.contains("put it in front of each") ?? false)
        // The bucket itself was asked.
        let remote = said(listing("s3://mybucket/m", "m-old/a", from: .s3))
        #expect(remote?.message == "'s3://mybucket/m' has no objects below it; the listing has 1 key elsewhere")
        #expect(remote?.help == NoObjects.rule.remedy)
        // Something lies below the prefix, though it makes no file.
        let marker = said(listing("s3://mybucket/m/", "m/", "n"))
        #expect(marker?.message == "'s3://mybucket/m/' has no objects below it; the listing has 1 key elsewhere")
        #expect(marker?.help == NoObjects.rule.remedy)
    }

    /// What to do with names in place of keys helps nobody who names one object.
    @Test func anObjectElsewhere() {
        let object = Artifact.listing("s3://mybucket/m/a.bin", ["m/b.bin"], as: Combination(.object, .none))
        #expect(said(object)?.message == "'s3://mybucket/m/a.bin' is not among the objects listed")
        #expect(said(object)?.help == NoObjects.rule.remedy)
        // A prefix that is the key of an object is meant as that.
        let sibling = said(listing("s3://mybucket/m/a", "m/a"))
        #expect(sibling?.help == "the URI is that of an object: say `--s3-data-type S3Object`")
        let archive = said(listing("s3://mybucket/a.tgz", "a.tgz"))
        #expect(archive?.help.hasSuffix("`--s3-data-type S3Object --compression-type Gzip`") ?? false)
    }

    /// `aws s3 ls` prints names in place of keys unless it is told otherwise; of what has keys that is no help.
    @Test func namesOfAWSS3Ls() {
        let help = { (keys: [ByteString]) in
            said(Artifact.listing("s3://mybucket/m/", keys).with { $0.listingFormat = .awsS3Ls })?.help ?? ""
        }
        #expect(help(["a"]).contains("`aws s3 ls --recursive s3://mybucket/m/`"))
        #expect(help([]) == NoObjects.rule.remedy && help(["m/", "a"]) == NoObjects.rule.remedy)
    }

    /// The key is that of the object or of the prefix, where a bucket was asked; a bucket alone has none.
    @Test func whereNothingIs() {
        #expect(said(listing("s3://mybucket/m/"))?.location.key == "m/")
        #expect(said(listing("s3://mybucket/", from: .s3))?.location == Location())
        #expect(said(Artifact.directory([], uri: "s3://mybucket/m/"))?.location == Location())
    }
}
