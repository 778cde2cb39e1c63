import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// What is read of objects in a bucket, and what is said of them.
@Suite struct ObjectContentsTests {
    typealias Object = FakeBucket.Object

    /// Files of a model, good and bad ones, most of them much longer than what has to be read of them.
    private static let files: [String: [UInt8]] = {
        let tail = [UInt8](repeating: 7, count: 3_000_000)
        let header = #"{"w":{"dtype":"F32","shape":[750000],"data_offsets":[0,3000000]}}"#
        var files: [String: [UInt8]] = ["empty.json": [], "tokenizer.model": tail, "other/notes.txt": tail]
        files["config.json"] = Array("{}".utf8)
        files["tokenizer_config.json"] = Array("{\"a\": nothing}".utf8)
        files["model-00001-of-00003.safetensors"] = TinyModel.safetensors(header: header, data: tail)
        files["model-00002-of-00003.safetensors"] = TinyModel.safetensors(header: header, data: Array(tail.dropLast(4)))
        files["sub/weights.gguf"] = Array("GGUF".utf8) + tail
        files["sub/key.pem"] = Array("-----BEGIN RSA PRIVATE KEY-----".utf8)
        files["sub/model.bin"] = Array("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n".utf8)
        for number in 0..<60 { files["many/\(number).safetensors"] = TinyModel.safetensors("a", "b\(number)") }
        return files
    }()

    private static func objects(_ change: (String, inout Object) -> Void = { _, _ in }) -> [ByteString: Object] {
        var objects: [ByteString: Object] = [:]
        for (name, bytes) in files {
            var object = Object(bytes)
            change(name, &object)
            objects["m/" + ByteString(name)] = object
        }
        return objects
    }

    private func inspect(
        _ bucket: FakeBucket, _ uri: ByteString = "s3://bucket/m/", limit: Int64 = ObjectReading.ordinaryLimit,
        _ change: (inout InspectionOptions) -> Void = { _ in }
    ) async throws -> InspectionReport {
        var options = InspectionOptions()
        options.recordsLayout = true
        options.objectReading = ObjectReading(by: bucket, limit: limit)
        change(&options)
        let listing = try await bucket.listing(uri)
        return try await OwnThread.run { [options] () throws(ArtifactError) in
            try ArtifactInspector(options: options).inspect(.bucket(listing))
        }
    }

    private func inspectDirectory(_ change: (inout InspectionOptions) -> Void = { _ in }) throws -> InspectionReport {
        let folder = try TemporaryDirectory()
        for (name, bytes) in Self.files { try folder.write("m/" + name, Data(bytes)) }
        var options = InspectionOptions()
        options.s3URI = "s3://bucket/m/"
        options.recordsLayout = true
        change(&options)
        return try ArtifactInspector(options: options).inspect(.path(ByteString(folder.path + "/m")))
    }

    /// What the directory is judged as, the bucket is, by a small part of its bytes.
    @Test func aBucketIsJudgedLikeTheDirectory() async throws {
        let directory = try inspectDirectory()
        #expect(Set(directory.findings.map(\.rule)).isSuperset(of: ["truncated-weights", "invalid-json"]))
        for lanes in [1, 3, 64] {
            let bucket = FakeBucket(Self.objects(), requestsInFlight: lanes)
            let report = try await inspect(bucket)
            #expect(report.findings == directory.findings)
            #expect(report.layout.map { $0.map(\.path) } == directory.layout.map { $0.map(\.path) })
            #expect(report.kind == .s3 && report.remarks.isEmpty && report.contents == .all)
            let log = bucket.log
            #expect(log.mostUnderWay <= lanes && (lanes == 1 || log.mostUnderWay > 1))
            #expect(log.reads.reduce(0) { $0 + $1.range.count } < 1_000_000 && log.heads.isEmpty)
        }
        // By names alone nothing of that is known.
        let names = try await inspect(FakeBucket(Self.objects())) { $0.objectReading = nil }
        #expect(!names.findings.contains { $0.rule == "truncated-weights" } && names.contents == .none)
    }

    @Test func frameworksToo() async throws {
        let change = { @Sendable (options: inout InspectionOptions) in
            options.container = Container(framework: .huggingFace)
        }
        let directory = try inspectDirectory(change)
        let report = try await inspect(FakeBucket(Self.objects())) { change(&$0) }
        #expect(report.findings == directory.findings)
    }

    @Test func noMoreThanTheLimitIsRead() async throws {
        let whole = FakeBucket(Self.objects())
        _ = try await inspect(whole)
        let all = whole.log.reads.reduce(0) { $0 + $1.range.count }
        var remarks: Set<String> = []
        for lanes in [1, 7, 64, 64] {
            let bucket = FakeBucket(Self.objects(), requestsInFlight: lanes)
            let report = try await inspect(bucket, limit: 1000)
            #expect(lanes == 64 || bucket.log.reads.reduce(0) { $0 + $1.range.count } < all)
            #expect(report.remarks.count == 1 && report.contents == .some)
            remarks.formUnion(report.remarks)
        }
        // However many requests there are at once.
        #expect(remarks.count == 1 && remarks.first?.contains("--content-limit") == true)
    }

    /// One object whose name says nothing may be an archive; of very many not each is asked for.
    @Test func namelessDataIsNotRead() async throws {
        var objects: [ByteString: Object] = ["m/xgboost-model": Object(Array("{\"learner\": {".utf8))]
        for number in 0..<1000 { objects[ByteString("m/blob-\(number)")] = Object([1, 2, 3]) }
        let bucket = FakeBucket(objects, requestsInFlight: 7)
        let report = try await inspect(bucket)
        #expect((101...102).contains(bucket.log.reads.count), "\(bucket.log.reads.count)")
        #expect(report.summary.files == 1001)
        let archive = FakeBucket(["m/blob": Object(gzip(TarBuilder().finished))])
        _ = try await inspect(archive)
        #expect(archive.log.reads.count == 1)
    }

    @Test func aMissingPermissionIsSaidOnce() async throws {
        let bucket = FakeBucket(Self.objects { $1.isForbidden = true }, requestsInFlight: 2)
        let report = try await inspect(bucket)
        #expect(report.remarks.count == 1 && report.remarks[0].contains("s3:GetObject"))
        #expect(bucket.log.reads.count < 10)
        #expect(!report.findings.contains { $0.rule == "truncated-weights" })
        let one = FakeBucket(Self.objects { name, object in object.isForbidden = name == "tokenizer_config.json" })
        let most = try await inspect(one)
        #expect(most.findings.contains { $0.rule == "truncated-weights" })
        #expect(most.remarks.count == 1 && !most.findings.contains { $0.rule == "invalid-json" })
    }

    @Test func whatChangesIsAnError() async throws {
        let bucket = FakeBucket(
            Self.objects { name, object in
                if name == "config.json" { object.later = (Array("{}".utf8), "other") }
            })
        let error = await #expect(throws: ArtifactError.self) { _ = try await inspect(bucket) }
        #expect(error?.code == .changedWhileRead)
    }

    /// What has to be restored first cannot be read.
    @Test func archivedObjectsAreLeftAlone() async throws {
        let bucket = FakeBucket(Self.objects { $1.storageClass = "GLACIER" })
        let report = try await inspect(bucket)
        #expect(bucket.log.reads.isEmpty && report.findings.contains { $0.rule == "archived-object" })
    }

    @Test func oneFile() async throws {
        let bucket = FakeBucket(Self.objects())
        let report = try await inspect(bucket, "s3://bucket/m/model-00002-of-00003.safetensors")
        #expect(report.findings.contains { $0.rule == "truncated-weights" })
        #expect(Set(bucket.log.reads.map(\.key)) == ["m/model-00002-of-00003.safetensors"])
    }
}
