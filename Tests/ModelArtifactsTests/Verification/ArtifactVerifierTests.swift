import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// Every status, every reason, and every pair of sides.
@Suite struct ArtifactVerifierTests {
    typealias Row = VerificationSample.Row

    private static let small: [UInt8] = Array("{}\n".utf8)
    private static let mebibyte: Int64 = 1 << 20
    private static let large: [UInt8] = {
        var generator = SplitMix64(seed: 2)
        return generator.bytes(9 << 20)
    }()
    private static let smallTag = VerificationSample.etag(small)
    private static let rows = [
        Row(path: "code/a.py", etag: smallTag, size: 3, partSize: ""),
        Row(
            path: "large.bin", etag: VerificationSample.etag(large, partSize: 8 << 20), size: 9 << 20,
            partSize: "8388608"),
        Row(path: "small.json", etag: smallTag, size: 3, partSize: ""),
    ]

    private let sample: VerificationSample

    init() throws {
        sample = try VerificationSample()
        try sample.write("code/a.py", Self.small)
        try sample.write("large.bin", Self.large)
        try sample.write("small.json", Self.small)
    }

    @Test func sameWhateverTheSides() async throws {
        let (manifest, listing) = (try sample.manifest(Self.rows), try sample.listing(Self.rows))
        let directory = ArtifactSource.path(sample.directory)
        for (expected, actual) in [
            (manifest, directory), (sample.directory, directory), (manifest, .listing(listing)),
            (manifest, .listing(manifest)),
        ] {
            let compared = try await sample.verify(expected, actual)
            #expect(compared.differing == [])
            #expect(compared.report.passes)
            #expect(compared.objects.map(\.path) == ["code/a.py", "large.bin", "small.json"])
        }
        sample.options.s3URI = S3URI("s3://bucket/m/")
        let compared = try await sample.verify(sample.directory, .listing(listing))
        #expect(compared.differing == [])
        #expect(compared.object("large.bin")?.key == "m/large.bin")
    }

    @Test func namesWhatDiffers() async throws {
        let manifest = try sample.manifest(Self.rows)
        try sample.write("code/a.py", Array("{]\n".utf8))
        try sample.write("small.json", Self.small + [0])
        try sample.write("extra", [])
        try FileManager.default.removeItem(atPath: sample.folder.path + "/m/large.bin")
        let compared = try await sample.verify(manifest, .path(sample.directory))
        #expect(
            compared.differing == ["changed code/a.py", "unexpected extra", "missing large.bin", "changed small.json"])
        let changed = try #require(compared.object("code/a.py"))
        #expect(changed.expected?.etag?.text == Self.smallTag)
        #expect(changed.actual?.etag?.text == VerificationSample.etag(Array("{]\n".utf8)))
        #expect(changed.reason?.contains("SSE-KMS") == true)
        #expect(compared.object("small.json")?.expected?.size == 3)
        #expect(compared.object("small.json")?.actual?.size == 4)
        #expect(compared.reason("small.json") == "another size")
        #expect(!compared.report.passes)
        #expect(compared.report.summary.failures == 4)
    }

    @Test func seesAFlippedBitInEveryPart() async throws {
        let manifest = try sample.manifest(Self.rows)
        for offset in [0, (8 << 20) - 1, 8 << 20, (9 << 20) - 1] {
            var bytes = Self.large
            bytes[offset] ^= 1
            try sample.write("large.bin", bytes)
            let compared = try await sample.verify(manifest, .path(sample.directory))
            #expect(compared.differing == ["changed large.bin"])
        }
    }

    /// The part size is searched where a manifest does not tell it, and where only S3 knows.
    @Test(arguments: [5, 6, 7, 8, 9, 16]) func findsThePartSize(_ size: Int64) async throws {
        var rows = Self.rows
        rows[1].etag = VerificationSample.etag(Self.large, partSize: size << 20)
        for partSize in ["unknown", "1", ""] {
            rows[1].partSize = partSize
            #expect(try await sample.verify(sample.manifest(rows), .path(sample.directory)).differing == [])
        }
        let columns: [ManifestColumn] = [.path, .etag]
        #expect(
            try await sample.verify(sample.manifest(rows, columns: columns), .path(sample.directory)).differing == [])
        sample.options.s3URI = S3URI("s3://bucket/m/")
        #expect(try await sample.verify(sample.directory, .listing(sample.listing(rows))).differing == [])
        var bytes = Self.large
        bytes[5_000_000] ^= 0x80
        try sample.write("large.bin", bytes)
        let compared = try await sample.verify(sample.directory, .listing(sample.listing(rows)))
        #expect(compared.differing == ["changed large.bin"])
    }

    @Test func impossiblePartsAreAChange() async throws {
        var rows = Self.rows
        rows[2].etag += "-7"
        let compared = try await sample.verify(sample.manifest(rows), .path(sample.directory))
        #expect(compared.differing == ["changed small.json"])
        #expect(compared.reason("small.json").contains("3 bytes cannot be uploaded in 7 parts"))
    }

    @Test func anUnusablePartSizeInAManifestIsOfNoAccount() async throws {
        var rows = Self.rows
        for partSize in ["0", "9223372036854775807", "1"] {
            rows[1].partSize = partSize
            rows[2].partSize = partSize
            #expect(try await sample.verify(sample.manifest(rows), .path(sample.directory)).differing == [])
        }
    }

    @Test(arguments: [
        ("", "no ETag is known"), ("x", "by its form"), ("00000000000000000000000000000000-x", "by its form"),
        ("0000000000000000000000000000000", "by its form"),
    ]) func whatCannotBeComparedIsNotPassed(_ etag: String, _ reason: String) async throws {
        var rows = Self.rows
        rows[2].etag = etag
        let (manifest, listing) = (try sample.manifest(rows), try sample.listing(rows))
        sample.options.s3URI = S3URI("s3://bucket/m/")
        for (expected, actual) in [
            (manifest, ArtifactSource.path(sample.directory)), (manifest, .listing(listing)),
            (sample.directory, .listing(listing)),
        ] {
            let compared = try await sample.verify(expected, actual)
            #expect(compared.differing == ["unverifiable small.json"])
            #expect(compared.reason("small.json").contains(reason))
            #expect(!compared.report.passes)
        }
        sample.options.allowsUnverifiable = true
        let accepted = try await sample.verify(manifest, .path(sample.directory))
        #expect(accepted.differing == ["unverifiable small.json"])
        #expect(accepted.report.passes && accepted.object("small.json")?.isAccepted == true)
        // By size: another one is a change, an unknown one proves nothing.
        rows[2].size = 4
        #expect(
            try await sample.verify(sample.manifest(rows), .path(sample.directory)).differing == ["changed small.json"])
        rows[2].size = nil
        #expect(try await !sample.verify(sample.manifest(rows), .path(sample.directory)).report.passes)
    }

    @Test(arguments: ETagEncryption.allCases) func encryptionLeavesNothingToCompare(_ encryption: ETagEncryption)
        async throws
    {
        sample.options.encryption = encryption
        let listing = try sample.listing(Self.rows)
        let compared = try await sample.verify(sample.manifest(Self.rows), .listing(listing))
        #expect(compared.report.summary.count(.unverifiable) == 3)
        #expect(compared.reason("small.json").contains(encryption.place))
        // Two directories have nothing to do with it.
        #expect(try await sample.verify(sample.directory, .path(sample.directory)).differing == [])
    }

    @Test func aListingMayTellTheEncryption() async throws {
        var object = ListedObject(size: 3)
        object.isEncryptedWithKMS = true
        let tag = Array(Self.smallTag.utf8)
        var facts: [UInt8] = []
        ObjectFacts(etag: tag.span, object).write(to: &facts)
        let path = Array("small.json".utf8)
        let encrypted = VerifiableObject(path: path.span, content: facts.span)
        #expect(encrypted.encryption == .kms)
        let compared = try await ArtifactVerifier().verify(
            [encrypted], ofRequest: "r", actual: sample.directory + "/small.json")
        #expect(try Compared(compared).differing == ["unverifiable small.json"])
    }

    @Test func sizesAlone() async throws {
        sample.options.comparesSizesOnly = true
        try sample.write("small.json", [1, 2, 3])
        try sample.write("code/a.py", [1])
        var rows = Self.rows
        rows[1].size = nil
        let compared = try await sample.verify(sample.manifest(rows), .path(sample.directory))
        #expect(compared.differing == ["changed code/a.py", "unverifiable large.bin"])
        #expect(compared.report.comparesSizesOnly)
    }

    @Test func otherPartsAreAChangeThatSaysSo() async throws {
        var rows = Self.rows
        rows[1].etag = VerificationSample.etag(Self.large, partSize: 3 << 20)
        let compared = try await sample.verify(sample.manifest(Self.rows), .listing(sample.listing(rows)))
        #expect(compared.differing == ["changed large.bin"])
        #expect(compared.reason("large.bin").contains("different parts"))
    }

    @Test func unexpectedCanBeAllowed() async throws {
        sample.options.allowsUnexpected = true
        let compared = try await sample.verify(sample.manifest([Self.rows[1]]), .path(sample.directory))
        #expect(compared.differing == ["unexpected code/a.py", "unexpected small.json"])
        #expect(compared.report.passes)
    }

    @Test func filtersApplyToDirectories() async throws {
        sample.options.filter = PathFilter(patterns: [.exclude(Glob("*.py"))])
        let compared = try await sample.verify(sample.manifest(Array(Self.rows[1...])), .path(sample.directory))
        #expect(compared.differing == [])
    }

    @Test func orderIsOfNoAccount() async throws {
        var rows = (0..<500).map { Row(path: "x\($0)/\($0 % 7)", etag: Self.smallTag, size: 3) }
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let listing = try sample.listing(rows.dropLast(1) + [Row(path: "y")])
        for _ in 0..<3 {
            rows.shuffle(using: &generator)
            let compared = try await sample.verify(sample.manifest(rows), .listing(listing))
            #expect(compared.differing == ["missing x499/2", "unexpected y"], "seed \(seed)")
            #expect(compared.objects.map(\.path) == compared.objects.map(\.path).sorted(), "seed \(seed)")
        }
    }

    /// What the S3 console leaves for folders are objects that nobody expects.
    @Test func folderMarkersAreUnexpected() async throws {
        let markers = [Row(path: "", etag: Self.smallTag), Row(path: "code/", etag: Self.smallTag)]
        let compared = try await sample.verify(
            sample.manifest(Self.rows), .listing(sample.listing(markers + Self.rows)))
        #expect(compared.differing == ["unexpected ", "unexpected code/"])
        #expect(compared.objects.map(\.name).prefix(2) == ["m/", "code/"])
    }

    @Test func aPathTwiceIsAnError() async throws {
        for rows in [Self.rows + [Self.rows[2]], [Self.rows[2]] + Self.rows] {
            for (expected, actual) in [
                (try sample.manifest(rows), ArtifactSource.path(sample.directory)),
                (try sample.manifest(rows), .listing(try sample.listing(Self.rows))),
                (sample.directory, .listing(try sample.listing(rows))),
            ] {
                let error = await sample.error(expected, actual)
                #expect(error?.code == .malformedInput)
                #expect(error?.message.contains("small.json' more than once") == true)
            }
        }
    }

    @Test func keysNeedAPrefix() async throws {
        let manifest = try sample.manifest(Self.rows, columns: [.s3URI, .etag, .size])
        let error = await sample.error(manifest, .path(sample.directory))
        #expect(error?.code == .usage)
        sample.options.s3URI = S3URI("s3://bucket/m")
        #expect(try await sample.verify(manifest, .path(sample.directory)).differing == [])
        sample.options.s3URI = S3URI("s3://bucket/other/")
        let outside = await sample.error(manifest, .path(sample.directory))
        #expect(outside?.code == .malformedInput)
    }

    @Test func thePrefixOfAListingIsThatOfTheManifestIfAllRowsAgree() async throws {
        let listing = try sample.listing(Self.rows + [Row(path: "other", etag: Self.smallTag, size: 3)])
        var compared = try await sample.verify(sample.manifest(Self.rows), .listing(listing))
        #expect(compared.differing == ["unexpected other"])
        #expect(compared.object("other")?.key == "m/other")

        let text = "s3_uri,path,etag,size\ns3://bucket/m/a,a,,\ns3://bucket/n/b,b,,\n"
        let error = await sample.error(try sample.file("two.csv", Array(text.utf8)), .listing(listing))
        #expect(error?.code == .usage && error?.message.contains("several prefixes") == true)

        // Without URIs, keys are relative to the bucket.
        compared = try await sample.verify(sample.manifest(Self.rows, columns: [.path, .etag]), .listing(listing))
        #expect(compared.object("m/small.json")?.status == .unexpected)
        sample.options.s3URI = S3URI("s3://bucket/n/")
        compared = try await sample.verify(sample.manifest(Self.rows), .listing(listing))
        #expect(compared.report.summary.outsidePrefix == 4)
        #expect(compared.report.summary.count(.missing) == 3)
    }

    @Test func oneFileIsTheOnlyRowWhateverItsName() async throws {
        let file = try sample.file("downloaded.tar.gz", Self.large)
        var compared = try await sample.verify(sample.manifest([Self.rows[1]]), .path(file))
        #expect(compared.objects.map(\.path) == ["large.bin"])
        #expect(compared.differing == [])
        compared = try await sample.verify(sample.manifest(Self.rows), .path(file))
        #expect(compared.report.summary.count(.missing) == 3 && compared.report.summary.count(.unexpected) == 1)
        // The object of a URI without a slash at its end is known by its last component.
        sample.options.s3URI = S3URI("s3://bucket/m/large.bin")
        compared = try await sample.verify(sample.manifest([Self.rows[1]]), .listing(sample.listing(Self.rows)))
        #expect(compared.differing == [])
        #expect(compared.report.summary.outsidePrefix == 2)
    }

    @Test func whatIsNoFileIsNotPassed() async throws {
        try FileManager.default.createSymbolicLink(
            atPath: sample.folder.path + "/m/broken", withDestinationPath: "nowhere")
        let compared = try await sample.verify(sample.manifest(Self.rows), .path(sample.directory))
        #expect(compared.differing == ["unverifiable broken"])
        #expect(!compared.report.passes)
    }

    @Test(arguments: [
        ("path,etag\na\n", "1 fields"), ("path,colour\n", "'colour' is not a column"), ("", "an empty manifest"),
        ("etag,size\n", "needs a column"), ("path,size\na,many\n", "not a size"), ("path\n\"a", "closing quote"),
        ("path,etag\n,x\n", "without a path"), ("path,sha256\na,abc\n", "not a sha256"),
        ("s3_uri,path\nnonsense,a\n", "not an S3 URI"),
    ]) func malformedManifests(_ text: String, _ message: String) async throws {
        let manifest = try sample.file("bad.csv", Array(text.utf8))
        let error = await sample.error(manifest, .path(sample.directory))
        #expect(error?.code == .malformedInput)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test func findingsAreBounded() async throws {
        let rows = (0..<1500).map { Row(path: "x\($0)", etag: Self.smallTag, size: 3) }
        let compared = try await sample.verify(sample.manifest(rows), .path(sample.directory))
        let (listed, truncated) = try compared.report.findings()
        #expect(listed.count { $0.rule == "verify-missing" } == 1000)
        #expect(truncated == [TruncatedRule(rule: "verify-missing", total: 1500)])
        #expect(
            listed.filter { $0.rule == "verify-unexpected" }.map(\.location.path) == [
                "/opt/ml/model/code/a.py", "/opt/ml/model/large.bin", "/opt/ml/model/small.json",
            ])
    }
}
