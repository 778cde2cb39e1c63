import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Requests beside those that a rule is about: what has to stay without a finding, or with one alone.
@Suite struct RequestNeighbourTests {
    private func rules(_ text: String, _ deployment: Deployment? = nil) -> [String] {
        RequestCase.findings(text, deployment: deployment).map(\.rule)
    }

    private static let vpc = ", 'VpcConfig': {'SecurityGroupIds': ['sg-0b2c3d4e'], 'Subnets': ['subnet-0a1b2c3d']}"
    private static let etag = "d41d8cd98f00b204e9800998ecf8427e"

    @Test func healthyRequests() {
        for (container, others) in [
            ("{}", ""), ("{}", Self.vpc), ("{'ImageConfig': {'RepositoryAccessMode': 'Platform'}}", ""),
            ("{'ImageConfig': {'RepositoryAccessMode': 'Vpc'}}", Self.vpc),
            ("{'Image': 'team/image:1', 'ImageConfig': {'RepositoryAccessMode': 'Vpc'}}", Self.vpc),
            ("{'Image': 'my.registry:5000/image', 'ImageConfig': {'RepositoryAccessMode': 'Vpc'}}", Self.vpc),
            (
                "{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m/', 'MultiModelConfig': {'ModelCacheSetting': 'Disabled'}}",
                ""
            ),
            (
                "{'ModelPackageName': 'arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1', 'InferenceSpecificationName': 's'}",
                ""
            ),
            ("{'ModelDataUrl': 's3://sagemaker-us-east-1-123456789012/m.tar.gz'}", ""),
            ("{'ModelDataUrl': 's3://sagemaker-models-123456789012/m.tar.gz'}", ""),
        ] {
            #expect(rules(Piece.request(container, others)) == [], "\(container)\(others)")
        }
        let manifest = ", 'ManifestS3Uri': 's3://mybucket/m.csv', 'ManifestEtag': '\(Self.etag)'"
        #expect(rules(Piece.place("s3://mybucket/m/", "S3Prefix", "None", manifest)) == [])
        #expect(rules(Piece.place("s3://mybucket/m.tar.gz", "S3Object", "Gzip", ", 'ETag': '\(Self.etag)-12'")) == [])
        #expect(rules(Piece.request(["{'ContainerHostname': 'a'}", "{'ContainerHostname': 'b'}"])) == [])
    }

    /// Each of these is one mistake, and one finding.
    @Test func mistakesAreSaidOnce() {
        let access = { (arn: String) in
            "{'ImageConfig': {'RepositoryAccessMode': 'Vpc', 'RepositoryAuthConfig': {'RepositoryCredentialsProviderArn': '\(arn)'}}}"
        }
        for (container, others, expected) in [
            (access(""), Self.vpc, "request-length-out-of-range"),
            (access("arn:aws:logs:us-east-1:123456789012:function:x"), Self.vpc, "create-model-foreign-arn"),
            (access("arn:aws:lambda:us-east-1:123456789012:layer:x"), Self.vpc, "create-model-foreign-arn"),
            (access("function:x"), Self.vpc, "create-model-foreign-arn"),
            ("{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/a.tgz'}", "", "create-model-multi-model-archive"),
            ("{'ModelDataSource': 'x'}", "", "request-wrong-type"),
            ("{'ModelDataSource': {}}", "", "create-model-source-without-place"),
            ("{'MultiModelConfig': {'ModelCacheSetting': 'Enabled'}}", "", "create-model-cache-without-multi-model"),
            ("{'InferenceSpecificationName': 's'}", "", "create-model-specification-without-package"),
            ("{'ImageConfig': {'RepositoryAccessMode': 'Vpc'}}", "", "create-model-private-registry-without-vpc"),
        ] {
            #expect(rules(Piece.request(container, others)).contains(expected), "\(container)")
            #expect(Set(rules(Piece.request(container, others))).count <= 2, "\(container)")
        }
        #expect(rules(Piece.request("{'ModelDataSource': 'x'}")) == ["request-wrong-type"])
        #expect(rules("{'ModelName': 'm'}") == ["create-model-no-container"])
        #expect(
            rules("{'ModelName': 'm', 'primaryContainer': \(Piece.container), \(Piece.role)}") == [
                "request-unknown-member"
            ])
        #expect(
            rules("{'ModelName': 'm', 'containers': [\(Piece.container)], \(Piece.role)}") == ["request-unknown-member"]
        )
        // What is given empty is given, and lacks what it needs.
        #expect(
            rules(Piece.request("{'ImageConfig': {'RepositoryAccessMode': 'Vpc'}}", ", 'VpcConfig': {}"))
                == ["request-missing-member", "request-missing-member"])
        // A hostname is of use as soon as there are other containers.
        let both = Piece.request(
            "{'ContainerHostname': 'a'}", ", 'Containers': [{\(Piece.image), 'ContainerHostname': 'b'}]")
        #expect(rules(both) == ["create-model-both-containers"])
    }

    @Test func deploymentsOfMany() {
        let source = Piece.request("{'Mode': 'MultiModel', 'ModelDataSource': \(Piece.source)}")
        #expect(rules(source).contains("create-model-source-with-multi-model"))
        #expect(rules(source, .endpoint).contains("create-model-source-with-multi-model"))
        for deployment in [Deployment.multiModel, .serverless] {
            #expect(!rules(source, deployment).contains("create-model-source-with-multi-model"))
            #expect(rules(source, deployment).contains("create-model-deployment-without-source"))
        }
        let auth = { (mode: String) in
            "{'ImageConfig': {\(mode)'RepositoryAuthConfig': {'RepositoryCredentialsProviderArn': 'arn:aws:lambda:us-east-1:123456789012:function:f'}}}"
        }
        let rule = "create-model-registry-auth-without-vpc"
        #expect(rules(Piece.request(auth("'RepositoryAccessMode': 'Platform', "))).contains(rule))
        #expect(!rules(Piece.request(auth("'RepositoryAccessMode': 'Vpc', "), Self.vpc)).contains(rule))
        #expect(!rules(Piece.request(auth(""))).contains(rule))
    }

    /// 32 KB of all containers together, to the byte, and the container with which it is too much.
    @Test func sizesOfEnvironments() {
        // 1,000 bytes each.
        let environment = { (count: Int, last: Int) in
            let entries = (0..<count).map { "'A\(100 + $0)': '\(String(repeating: "v", count: 996))'" }
            return
                "{'Environment': {\((entries + ["'Z': '\(String(repeating: "v", count: last - 1))'"]).joined(separator: ", "))}}"
        }
        let found = { (containers: [String]) in
            RequestCase.findings(Piece.request(containers)).filter { $0.rule == "create-model-environment-too-large" }
        }
        #expect(found([environment(32, 768)]).isEmpty)
        let one = found([environment(32, 769)])
        #expect(
            one.map(\.location.jsonPath) == ["Containers[0].Environment"]
                && one[0].message.contains("have 32769 bytes, more"))
        let third = found([environment(20, 10), "{}", environment(20, 10), environment(20, 10)])
        #expect(third.map(\.location.jsonPath) == ["Containers[2].Environment"])
        #expect(third.first?.message.contains("with the containers before it") ?? false)
    }

    @Test func countsInWords() {
        let many = (0..<101).map { "'A\($0)': ''" }.joined(separator: ", ")
        let found = RequestCase.findings("{'Environment': {\(many)}}").map(\.message)
        #expect(found == ["101 entries, and the API takes 0 to 100"])
        let channels = (0..<6).map { "{'ChannelName': 'c\($0)', 'S3DataSource': \(Piece.place("s3://mybucket/m/"))}" }
        let element = RequestCase.findings("{'AdditionalModelDataSources': [\(channels.joined(separator: ", "))]}").map(
            \.message)
        #expect(element == ["6 elements, and the API takes 0 to 5"])
    }
}
