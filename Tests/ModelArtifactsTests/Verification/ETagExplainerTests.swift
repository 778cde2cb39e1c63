import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct ETagExplainerTests {
    private static let bytes: [UInt8] = {
        var generator = SplitMix64(seed: 1)
        return generator.bytes((20 << 20) + 1234)
    }()
    private let sample: VerificationSample
    private let path: ByteString
    private var bytes: [UInt8] { Self.bytes }

    init() throws {
        sample = try VerificationSample()
        path = try sample.file("model.bin", Self.bytes)
    }

    private func explain(_ etag: String) async throws -> ETagExplanation {
        try await ETagExplainer().explain(ETag(etag), of: path)
    }

    @Test(arguments: Uploader.allCases) func findsEveryUploader(_ uploader: Uploader) async throws {
        let plan = try UploadRule(uploader).plan(forSize: Int64(bytes.count))
        let etag = VerificationSample.etag(bytes, partSize: plan.partSize)
        let explanation = try await explain(etag)
        #expect(explanation.matches.count == 1)
        #expect(explanation.matches.first?.plan == plan)
        #expect(explanation.matches.first?.uploaders.contains(uploader) == true)
    }

    @Test(arguments: [1, 2, 3, 4, 7, 9, 11, 13, 20, 21]) func findsWholeMebibytes(_ size: Int64) async throws {
        let explanation = try await explain(VerificationSample.etag(bytes, partSize: size << 20))
        let matches = explanation.matches
        // With a single part its size makes no difference.
        #expect(size > 20 ? matches.count == 1 : matches.compactMap(\.plan.partSize) == [size << 20])
    }

    @Test func saysThatNothingGivesIt() async throws {
        let other = try await explain(VerificationSample.etag([1] + bytes.dropFirst(), partSize: 8 << 20))
        #expect(other.matches.isEmpty && other.triedCount > 1 && other.obstacle == nil)
        let single = try await explain(VerificationSample.etag([1]))
        #expect(single.matches.isEmpty && single.triedCount == 1)
    }

    @Test func saysWhatCannotBe() async throws {
        for tag in ["", "x", "d41d8cd98f00b204e9800998ecf8427e-0", "\u{1B}[31m"] {
            let explanation = try await explain(tag)
            #expect(explanation.matches.isEmpty && explanation.triedCount == 0)
            #expect(explanation.obstacle?.contains("by its form") == true)
            #expect(explanation.obstacle?.contains("\u{1B}") == false)
        }
        let explanation = try await explain("d41d8cd98f00b204e9800998ecf8427e-9000")
        #expect(explanation.obstacle?.contains("cannot be uploaded in 9000 parts") == true)
    }
}
