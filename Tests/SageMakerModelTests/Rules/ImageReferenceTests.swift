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

    /// What is bad whatever the unknown pieces are, and what may become good.
    @Test(arguments: [
        ("${R}.amazonaws.com/My-Repo:1", true), ("${R}.amazonaws.com/my-repo:1", false),
        ("${R}.amazonaws.com/my-repo:1:${T}", true), ("${R}.amazonaws.com/my-repo:${T}", false),
        ("${R}.amazonaws.com/my-repo@sha256:abc", true), ("${R}.amazonaws.com/my-repo@sha256:${D}", false),
        ("${R}.amazonaws.com/my-repo@${D}", false), ("${R}/${N}:.1", true), ("${R}/${N}:1", false), ("${Image}", false),
        ("${R}.amazonaws.com//${N}:1", true), ("${Image}:latest", false), ("${R}.amazonaws.com/${N}/", true),
        ("123456789012.dkr.ecr.cn-north-1.amazonaws.com/${N}", true),
        ("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/${N}", false),
        ("${A}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/i:1", false),
    ])
    func templates(_ image: String, _ isBad: Bool) {
        let text =
            "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {'Image': {'Fn::Sub': '\(image)'}}}}}}"
        #expect(RequestCase.findings(text).map(\.rule) == (isBad ? ["create-model-image-form"] : []), "\(image)")
    }

    /// Hosts that only look like those of AWS are somebody else's.
    @Test(
        arguments: [
            ("us-east-1.amazonaws.com.cn", "amazonaws.com"), ("us-east-1.amazonaws.com", nil),
            ("us-gov-west-1.amazonaws.com", nil), ("cn-northwest-1.amazonaws.com", "amazonaws.com.cn"),
            ("us-east-1.localhost.localstack.cloud:4566", nil), ("us-iso-east-1.amazonaws.com", "c2s.ic.gov"),
            ("xx-east-1.amazonaws.com.cn", nil), ("us-east-1.amazonaws.com:443", nil),
        ] as [(String, ByteString?)])
    func domains(_ host: String, _ domain: ByteString?) {
        #expect(ImageReference(ByteString("123456789012.dkr.ecr.\(host)/i:1")).rightDomain == domain)
    }

    /// A role of another partition, whatever the regions are.
    @Test(arguments: [
        ("aws-cn", "cn-north-1.amazonaws.com.cn", "s3://mybucket/m.tar.gz", 0),
        ("aws", "cn-north-1.amazonaws.com.cn", "s3://mybucket/m.tar.gz", 1),
        ("aws-us-gov", "us-east-1.amazonaws.com", "s3://mybucket/m.tar.gz", 1),
        ("aws", "us-east-1.amazonaws.com", "https://s3.cn-north-1.amazonaws.com.cn/mybucket/m.tar.gz", 1),
        ("aws-us-gov", "us-gov-west-1.amazonaws.com", "s3://sagemaker-us-east-1-123456789012/m.tar.gz", 0),
        ("aws-xx", "us-east-1.amazonaws.com", "s3://mybucket/m.tar.gz", 0),
    ])
    func partitions(_ partition: String, _ host: String, _ url: String, _ count: Int) {
        let text = Piece.request(
            "{'Image': '123456789012.dkr.ecr.\(host)/i:1', 'ModelDataUrl': '\(url)'}",
            ", 'ExecutionRoleArn': 'arn:\(partition):iam::123456789012:role/r'")
        #expect(RequestCase.findings(text).count { $0.rule == "create-model-mixed-partitions" } == count, "\(text)")
    }
}
