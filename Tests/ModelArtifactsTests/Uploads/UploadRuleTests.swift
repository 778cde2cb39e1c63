import ModelArtifacts
import TestSupport
import Testing

@Suite struct UploadRuleTests {
    static let mebibyte: Int64 = 1 << 20
    static let tebibyte: Int64 = 1 << 40
    static let objectLimit: Int64 = 10_000 * 5 << 30

    /// One object size with the part size and part count that every uploader gives it; nil for a single PUT.
    struct Row: Sendable, CustomTestStringConvertible {
        let size: Int64
        let parts: [Uploader: (partSize: Int64, count: Int)?]
        var testDescription: String { "\(size) bytes" }
    }

    private static func row(
        _ size: Int64, classic: (Int64, Int)?, crt: (Int64, Int)?, rclone: (Int64, Int)?, go: (Int64, Int)?,
        s5cmd: (Int64, Int)?, js: (Int64, Int)?, java: (Int64, Int)?, minio: (Int64, Int)?, s3cmd: (Int64, Int)?,
        console: (Int64, Int)?
    ) -> Row {
        Row(
            size: size,
            parts: [
                .awsCLI: classic, .boto3: classic, .crt: crt, .rclone: rclone, .goManager: go, .s5cmd: s5cmd,
                .jsLibStorage: js, .javaV2: java, .minio: minio, .s3cmd: s3cmd, .console: console,
            ])
    }

    private static let five = 5 * mebibyte
    private static let eight = 8 * mebibyte
    private static let sixteen = 16 * mebibyte
    private static let fifteen = 15 * mebibyte
    private static let fifty = 50 * mebibyte
    private static let console: Int64 = 17_179_870

    static let table = [
        // At exactly 8 MiB the Java SDK still sends a single PUT: its threshold is strict.
        row(
            8 * mebibyte, classic: (eight, 1), crt: nil, rclone: nil, go: (five, 2), s5cmd: nil, js: (five, 2),
            java: nil,
            minio: nil, s3cmd: nil, console: nil),
        row(
            16 * mebibyte, classic: (eight, 2), crt: (eight, 2), rclone: nil, go: (five, 4), s5cmd: nil, js: (five, 4),
            java: (eight, 2), minio: nil, s3cmd: (fifteen, 2), console: nil),
        row(
            200 * mebibyte, classic: (eight, 25), crt: (eight, 25), rclone: (five, 40), go: (five, 40),
            s5cmd: (fifty, 4),
            js: (five, 40), java: (eight, 25), minio: (sixteen, 13), s3cmd: (fifteen, 14), console: (console, 13)),
        row(
            50_000 * mebibyte, classic: (eight, 6250), crt: (eight, 6250), rclone: (five, 10_000),
            go: (5_242_881, 10_000), s5cmd: (fifty, 1000), js: (five, 10_000), java: (eight, 6250),
            minio: (sixteen, 3125), s3cmd: (fifteen, 3334), console: (console, 3052)),
        row(
            50_000 * mebibyte + 1, classic: (eight, 6251), crt: (eight, 6251), rclone: (6 * mebibyte, 8334),
            go: (5_242_881, 10_000), s5cmd: (fifty, 1001), js: (5_242_881, 10_000), java: (eight, 6251),
            minio: (sixteen, 3126), s3cmd: (fifteen, 3334), console: (console, 3052)),
        row(
            80_000 * mebibyte + 1, classic: (sixteen, 5001), crt: (sixteen, 5001), rclone: (9 * mebibyte, 8889),
            go: (8_388_609, 10_000), s5cmd: (fifty, 1601), js: (8_388_609, 10_000), java: (8_388_609, 10_000),
            minio: (sixteen, 5001), s3cmd: (fifteen, 5334), console: (console, 4883)),
        row(
            100 << 30, classic: (sixteen, 6400), crt: (sixteen, 6400), rclone: (11 * mebibyte, 9310),
            go: (10_737_419, 10_000), s5cmd: (fifty, 2048), js: (10_737_419, 10_000), java: (10_737_419, 10_000),
            minio: (sixteen, 6400), s3cmd: (fifteen, 6827), console: (console, 6250)),
        row(
            tebibyte, classic: (128 * mebibyte, 8192), crt: (112 * mebibyte, 9363), rclone: (105 * mebibyte, 9987),
            go: (109_951_163, 10_000), s5cmd: (109_951_163, 10_000), js: (109_951_163, 10_000),
            java: (109_951_163, 10_000), minio: (112 * mebibyte, 9363), s3cmd: (0, 0), console: (0, 0)),
    ]

    /// A part count of 0 in the table is an upload that fails.
    @Test(arguments: table)
    func partSizes(_ row: Row) throws {
        for (uploader, parts) in row.parts {
            let rule = UploadRule(uploader)
            if let parts, parts.count == 0 {
                #expect(throws: UploadLimitExceeded.self) { try rule.plan(forSize: row.size) }
                continue
            }
            let plan = try rule.plan(forSize: row.size)
            let method = parts.map { PartPlan.Method.multipart(partSize: $0.partSize, partCount: $0.count) }
            #expect(plan.method == method ?? .single, "\(uploader)")
        }
    }

    /// The largest single PUT and the part size and count of one byte more.
    @Test(arguments: [
        (Uploader.awsCLI, 8 * mebibyte - 1, 8 * mebibyte, 1), (.boto3, 8 * mebibyte - 1, 8 * mebibyte, 1),
        (.crt, 8 * mebibyte, 8 * mebibyte, 2), (.rclone, 200 * mebibyte - 1, 5 * mebibyte, 40),
        (.s5cmd, 50 * mebibyte, 50 * mebibyte, 2), (.goManager, 5 * mebibyte, 5 * mebibyte, 2),
        (.jsLibStorage, 5 * mebibyte, 5 * mebibyte, 2), (.javaV2, 8 * mebibyte, 8 * mebibyte, 2),
        (.s3cmd, 15 * mebibyte, 15 * mebibyte, 2), (.minio, 16 * mebibyte, 16 * mebibyte, 2),
        (.console, 16 * mebibyte, 17_179_870, 1),
    ])
    func threshold(_ uploader: Uploader, _ single: Int64, _ partSize: Int64, _ count: Int) throws {
        let rule = UploadRule(uploader)
        #expect(try rule.plan(forSize: 0).method == .single)
        #expect(try rule.plan(forSize: single).method == .single)
        #expect(try rule.plan(forSize: single + 1).method == .multipart(partSize: partSize, partCount: count))
    }

    @Test func mountpointAlwaysSendsParts() throws {
        let rule = UploadRule(.mountpoint)
        #expect(try rule.plan(forSize: 0).method == .multipart(partSize: 8 << 20, partCount: 1))
        #expect(try rule.plan(forSize: 1).method == .multipart(partSize: 8 << 20, partCount: 1))
        let most = 80_000 * Self.mebibyte
        #expect(try rule.plan(forSize: most).method == .multipart(partSize: 8 << 20, partCount: 10_000))
        let error = #expect(throws: UploadLimitExceeded.self) { try rule.plan(forSize: most + 1) }
        #expect(error?.greatestSize == most)
        #expect(error?.limit == .parts(partSize: 8 << 20))
    }

    @Test func growthPastTenThousandParts() throws {
        let classic = UploadRule(.awsCLI)
        let most = 80_000 * Self.mebibyte
        #expect(try classic.plan(forSize: most).method == .multipart(partSize: 8 << 20, partCount: 10_000))
        #expect(try classic.plan(forSize: most + 1).method == .multipart(partSize: 16 << 20, partCount: 5001))
        #expect(try classic.plan(forSize: 2 * most + 1).partSize == 32 << 20)
        // The next doubling would be 8 GiB.
        #expect(try classic.plan(forSize: 40_000 << 30).method == .multipart(partSize: 4 << 30, partCount: 10_000))
        #expect(try classic.plan(forSize: (40_000 << 30) + 1).partSize == 5 << 30)
        #expect(
            try classic.plan(forSize: Self.objectLimit).method == .multipart(partSize: 5 << 30, partCount: 10_000))
    }

    /// Where a ten-thousandth of the object is a whole number of MiB but a rest remains (`Calculator` of rclone).
    @Test func rcloneAtABoundary() throws {
        let rule = UploadRule(.rclone)
        let boundary = 60_000 * Self.mebibyte
        #expect(try rule.plan(forSize: boundary).method == .multipart(partSize: 6 << 20, partCount: 10_000))
        #expect(try rule.plan(forSize: boundary + 1).partSize == 7 << 20)
        #expect(try rule.plan(forSize: boundary + 9_999).partSize == 7 << 20)
        #expect(try rule.plan(forSize: boundary - 1).partSize == 6 << 20)
    }

    /// minio-go rounds the ten-thousandth down, so just above a multiple it plans 10,001 parts, which S3 refuses.
    @Test func minioAtABoundary() throws {
        let rule = UploadRule(.minio)
        let boundary = 160_000 * Self.mebibyte
        #expect(try rule.plan(forSize: boundary).method == .multipart(partSize: 16 << 20, partCount: 10_000))
        #expect(throws: UploadLimitExceeded.self) { try rule.plan(forSize: boundary + 9_999) }
        #expect(try rule.plan(forSize: boundary + 10_000).partSize == 32 << 20)
    }

    @Test func uploadersWithoutGrowth() throws {
        let s3cmd = UploadRule(.s3cmd)
        let most = 150_000 * Self.mebibyte
        #expect(try s3cmd.plan(forSize: most).method == .multipart(partSize: 15 << 20, partCount: 10_000))
        let error = #expect(throws: UploadLimitExceeded.self) { try s3cmd.plan(forSize: most + 1) }
        #expect(error?.greatestSize == most)
        let console = UploadRule(.console)
        #expect(try console.plan(forSize: 160 << 30).method == .multipart(partSize: 17_179_870, partCount: 10_000))
        let refused = #expect(throws: UploadLimitExceeded.self) { try console.plan(forSize: (160 << 30) + 1) }
        #expect(
            refused?.description
                == "160 GiB (171798691841 bytes) are more than the 160 GiB (171798691840 bytes) that 'console' uploads")
    }

    @Test(arguments: Uploader.allCases)
    func noObjectIsLargerThanTheLimit(_ uploader: Uploader) {
        for size in [Self.objectLimit + 1, .max] {
            let error = #expect(throws: UploadLimitExceeded.self) { try UploadRule(uploader).plan(forSize: size) }
            #expect(error?.limit == .object)
        }
    }

    /// Whatever the size, the parts fit S3 and add up to the object.
    @Test(arguments: Uploader.allCases)
    func partsAddUp(_ uploader: Uploader) throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for _ in 0..<2000 {
            let size =
                Int64.random(in: 0...Self.objectLimit, using: &random) >> Int64.random(in: 0...45, using: &random)
            guard let plan = try? UploadRule(uploader).plan(forSize: size) else { continue }
            #expect(plan.pieceCount <= 10_000)
            let last = plan.range(ofPiece: plan.pieceCount - 1)
            #expect(last.upperBound == size, "seed \(seed), \(size) bytes")
            #expect(plan.range(ofPiece: 0).lowerBound == 0)
            guard let partSize = plan.partSize else { continue }
            #expect((5 << 20...5 << 30).contains(partSize), "seed \(seed), \(size) bytes")
            #expect(last.lowerBound == Int64(plan.pieceCount - 1) * partSize)
            #expect(size == 0 || !last.isEmpty)
        }
    }

    @Test func fixedPartSize() throws {
        let rule = try UploadRule(partSize: 16 << 20)
        #expect(try rule.plan(forSize: 0).method == .single)
        #expect(try rule.plan(forSize: (16 << 20) - 1).method == .single)
        #expect(try rule.plan(forSize: 16 << 20).method == .multipart(partSize: 16 << 20, partCount: 1))
        #expect(try rule.plan(forSize: 160_000 << 20).pieceCount == 10_000)
        let error = #expect(throws: UploadLimitExceeded.self) { try rule.plan(forSize: (160_000 << 20) + 1) }
        #expect(error?.limit == .parts(partSize: 16 << 20))
    }

    @Test func multipartThreshold() throws {
        let fixed = try UploadRule(partSize: 5 << 20, multipartThreshold: 64 << 20)
        #expect(try fixed.plan(forSize: (64 << 20) - 1).method == .single)
        #expect(try fixed.plan(forSize: 64 << 20).method == .multipart(partSize: 5 << 20, partCount: 13))
        let classic = try UploadRule(.awsCLI, multipartThreshold: 64 << 20)
        #expect(try classic.plan(forSize: (64 << 20) - 1).method == .single)
        #expect(try classic.plan(forSize: 64 << 20).method == .multipart(partSize: 8 << 20, partCount: 8))
        let java = try UploadRule(.javaV2, multipartThreshold: 64 << 20)
        #expect(try java.plan(forSize: 64 << 20).method == .single)
        let high = try UploadRule(.awsCLI, multipartThreshold: 6 << 30)
        #expect(try high.plan(forSize: 5 << 30).method == .single)
        let error = #expect(throws: UploadLimitExceeded.self) { try high.plan(forSize: (5 << 30) + 1) }
        #expect(error?.limit == .singlePut)
    }

    @Test func refusesImpossibleNumbers() {
        for partSize in [0, -1, (5 << 30) + 1, Int64.max, .min] {
            #expect(throws: ArtifactError.self) { try UploadRule(partSize: partSize) }
        }
        for threshold in [0, -1, Self.objectLimit + 1, Int64.max, .min] {
            #expect(throws: ArtifactError.self) { try UploadRule(partSize: 5 << 20, multipartThreshold: threshold) }
            #expect(throws: ArtifactError.self) { try UploadRule(.awsCLI, multipartThreshold: threshold) }
        }
        #expect(throws: ArtifactError.self) { try UploadRule(.mountpoint, multipartThreshold: 1) }
    }

    @Test func namesOnTheCommandLine() {
        let names = "aws-cli boto3 crt rclone s5cmd go js java s3cmd minio mountpoint console"
        #expect(Uploader.allCases.map(\.rawValue).joined(separator: " ") == names)
    }
}
