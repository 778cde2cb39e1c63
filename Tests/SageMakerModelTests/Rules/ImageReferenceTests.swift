import ModelArtifacts
import Testing

@testable import SageMakerModel

/// How images are taken apart, and what is wrong with their names.
@Suite struct ImageReferenceTests {
    private static let registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com"

    @Test func parts() {
        for (text, registry, repository, tag, digest) in [
            ("a.b/c", "a.b", "c", nil, nil), ("a:5000/b/c:d", "a:5000", "b/c", "d", nil),
            ("localhost/c", "localhost", "c", nil, nil),
            ("library/nginx:1", nil, "library/nginx", "1", nil), ("nginx", nil, "nginx", nil, nil),
            ("nginx:a.b", nil, "nginx", "a.b", nil),
            ("a.b/c@sha256:d", "a.b", "c", nil, "sha256:d"), ("a.b/c:d@e", "a.b", "c", "d", "e"),
            ("locals/c", nil, "locals/c", nil, nil),
            ("a:b/c", "a:b", "c", nil, nil), ("x@", nil, "x", nil, ""), ("x:", nil, "x", "", nil),
            ("a.b/", "a.b", "", nil, nil),
        ] as [(ByteString, ByteString?, ByteString, ByteString?, ByteString?)] {
            let reference = ImageReference(text)
            #expect(reference.registry == registry && reference.repository == repository, "\(text)")
            #expect(reference.tag == tag && reference.digest == digest, "\(text)")
        }
    }

    @Test func regions() {
        for (host, region) in [
            (Self.registry, "us-east-1"), ("123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com", "us-gov-west-1"),
            ("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", "cn-north-1"),
            ("123456789012.dkr-ecr.eu-west-1.on.aws", "eu-west-1"),
            ("123456789012.dkr-ecr-fips.us-east-2.on.aws", "us-east-2"),
            ("12345678901.dkr.ecr.us-east-1.amazonaws.com", nil),
            ("1234567890123.dkr.ecr.us-east-1.amazonaws.com", nil),
            ("12345678901a.dkr.ecr.us-east-1.amazonaws.com", nil),
            ("123456789012.docker.ecr.us-east-1.amazonaws.com", nil),
            ("123456789012.dkr.acr.us-east-1.amazonaws.com", nil),
            ("123456789012.dkr.ecr.us-east-1", nil), ("public.ecr.aws", nil),
            ("123456789012.ecr.us-east-1.on.aws", nil),
        ] as [(String, ByteString?)] {
            let reference = ImageReference(ByteString(host + "/x:1"))
            #expect(reference.region == region && reference.isInECR == (region != nil), "\(host)")
        }
        #expect(ImageReference("x:1").region == nil)
    }

    /// A host alone is no repository without a registry, but the other way round.
    @Test func hostsAlone() {
        for (image, words) in [
            (Self.registry, "no repository stands behind the registry"),
            ("my-image:1", "no registry stands in front of the repository"),
        ] {
            let report = RequestInspector().inspect(Array("{\"Image\": \"\(image)\"}".utf8), name: "r.json")
            #expect(report.findings.map(\.message) == ["'\(image)': \(words)"])
        }
    }

    @Test func problems() {
        let digest = "sha256:" + String(repeating: "0123456789abcdef", count: 4)
        let longTag = String(repeating: "t", count: 128)
        for good in [
            "a", "a/b-c_d.e/0", "a:1", "a:_", "a:V1.0-rc_1", "a:\(longTag)", "a@\(digest)", "a:1@\(digest)", "9",
            "a..b__c--d",
        ] {
            #expect(ImageReference(ByteString(Self.registry + "/" + good)).problem == nil, "\(good)")
        }
        for bad in ["A", "a/", "a//b", "-a", "a-", ".a", "a.", "_a/b", "a/b_", "a/Bc", "a b", "é", "a/b~c"] {
            #expect(
                ImageReference(ByteString(Self.registry + "/" + bad)).problem?.contains("cannot be a repository")
                    ?? false, "\(bad)")
        }
        for bad in ["", ".1", "-1", longTag + "t", "1+2", "a~"] {
            #expect(
                ImageReference(ByteString(Self.registry + "/a:" + bad)).problem?.contains("cannot be a tag") ?? false,
                "\(bad)")
        }
        for bad in [
            "", "sha256:", String(digest.dropLast()), digest + "0", "sha512:" + digest.dropFirst(7),
            digest.uppercased(),
            "sha256:" + String(repeating: "g", count: 64), String(repeating: "0", count: 71),
        ] {
            #expect(
                ImageReference(ByteString(Self.registry + "/a@" + bad)).problem?.contains("cannot be a digest")
                    ?? false, "\(bad)")
        }
    }
}
