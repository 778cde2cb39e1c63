import Testing

@testable import ModelArtifacts
@testable import SageMakerModel

/// Requests and deployments at the edges of rules: what is given and empty, alone, or known in part.
@Suite struct RequestEdgeTests {
    private func found(_ text: String, _ deployment: Deployment? = nil) -> [Finding] {
        RequestCase.findings(text, deployment: deployment)
    }

    @Test func anEmptyARNIsSaidOnce() {
        let access = "{'RepositoryAccessMode': 'Vpc', 'RepositoryAuthConfig': {'RepositoryCredentialsProviderArn': ''}}"
        let vpc = ", 'VpcConfig': {'SecurityGroupIds': ['sg-0b2c3d4e'], 'Subnets': ['subnet-0a1b2c3d']}"
        let rules = found(Piece.request("{'ImageConfig': \(access)}", vpc)).map(\.rule)
        #expect(rules == ["request-length-out-of-range"])
    }

    @Test(arguments: ["\\\"a", "a\\\""]) func aQuoteIsNoPartOfAnETag(_ etag: String) {
        let source = Piece.place("s3://mybucket/m.tar.gz", "S3Object", "Gzip", ", 'ETag': '\(etag)'")
        #expect(found(source).contains { $0.message == "the ETag stands in quotes" })
    }

    @Test(arguments: [".", ".."]) func dotsAreNoChannels(_ name: String) {
        #expect(found(Piece.channels(name)).map(\.rule) == ["create-model-dot-channel"])
    }

    /// A word behind the last dot says of what kind a file is; the rest of a version does not.
    @Test(arguments: [
        ("model.pkl", Severity.error), ("m.h5", .error), ("model.7z", .warning), ("model.v-2", .warning),
        ("v1.2", .warning), ("model", .warning), ("model.gz", .warning), ("model.", .warning),
    ])
    func howSureAnEndingIs(_ name: String, _ severity: Severity) {
        let findings = found("{'ModelDataUrl': 's3://mybucket/\(name)'}")
        #expect(findings.map(\.rule) == ["create-model-data-url-not-tar-gz"] && findings[0].severity == severity)
    }

    /// One letter is too little to say what was meant.
    @Test func whatAWordWasMeantToBe() {
        let help = { (word: String) in found(Piece.place("s3://mybucket/m/", "S3Prefix", word)).first?.help }
        #expect(help("N") == "write None or Gzip" && help("No") == "write \"None\"")
    }

    @Test func anEmptyDocumentAmongSeveralIsANote() {
        let inspect = { (isOneOfSeveral: Bool) in
            RequestInspector(deployment: nil, policy: RulePolicy(), isOneOfSeveral: isOneOfSeveral)
                .inspect(Array(#"{"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}"#.utf8), name: "t.json").findings
        }
        #expect(inspect(true).map(\.severity) == [.note] && inspect(false).map(\.severity) == [.error])
    }

    /// An answer may hold an empty object for what was not given, and nothing else that is as good as nothing.
    @Test func aVPCThatIsNoObject() {
        let answer = { (vpc: String) in
            found(
                Piece.request(
                    "{'ImageConfig': {'RepositoryAccessMode': 'Vpc'}}",
                    ", 'VpcConfig': \(vpc), 'CreationTime': 1")
            ).map(\.rule)
        }
        let rule = "create-model-private-registry-without-vpc"
        #expect(answer("{}").contains(rule) && !answer("'x'").contains(rule))
        #expect(!answer("{'SecurityGroupIds': ['sg-0b2c3d4e'], 'Subnets': ['subnet-0a1b2c3d']}").contains(rule))
    }

    @Test func whatCanChangeWithoutTheBlock() {
        let check = { (etag: String?, manifestETag: String?, manifest: String?) in
            MutableArtifact.check(
                ModelDataSource(
                    s3DataSource: S3ModelDataSource(
                        s3URI: "s3://mybucket/m.tar.gz", dataType: .object, compressionType: .gzip,
                        manifestS3URI: manifest, etag: etag, manifestETag: manifestETag)))?.rule
        }
        #expect(check(nil, nil, nil) == "mutable-artifact")
        #expect(check("a", nil, nil) == nil && check(nil, "a", nil) == nil && check(nil, nil, "s3://b/m") == nil)
    }

    /// What the remedy names is there in the form that was asked for, and for the kind of data.
    @Test func recordsWhatTheFormCanHold() {
        let help = { (uri: String, type: S3DataType, compression: CompressionType, format: RequestFormat) in
            MutableArtifact.check(
                ModelDataSource(
                    s3DataSource: S3ModelDataSource(s3URI: uri, dataType: type, compressionType: compression)),
                in: format)?.help ?? ""
        }
        let archive = help("s3://mybucket/m.tar.gz", .object, .gzip, .json)
        #expect(archive.contains("--manifest ") && archive.contains("--etag"))
        let prefix = help("s3://mybucket/m/", .prefix, .none, .json)
        #expect(prefix.contains("--manifest ") && !prefix.contains("--etag"))
        for format in [RequestFormat.terraform, .yaml, .cloudFormation] {
            let other = help("s3://mybucket/m/", .prefix, .none, format)
            #expect(other.contains("a place of its own") && !other.contains("--"), "\(other)")
        }
    }

    @Test func whatADeploymentTakes() throws {
        var report = try ArtifactInspector(options: InspectionOptions()).inspect(.none)
        let isFound = { (deployment: Deployment, report: InspectionReport) in
            DeploymentWithoutSource.finding(on: report, deployment) != nil
        }
        report.combination = Combination(.prefix, .none)
        #expect(isFound(.serverless, report) && !isFound(.endpoint, report))
        report.hosting = .many
        #expect(!isFound(.serverless, report))
        (report.hosting, report.combination) = (.one, Combination(.object, .gzip))
        #expect(!isFound(.serverless, report))
        let rule = "create-model-deployment-without-source"
        #expect(found(Piece.source, .serverless).map(\.rule) == [rule] && found(Piece.source, .endpoint).isEmpty)
        #expect(found(Piece.request("{'ModelDataSource': \(Piece.source)}"), .serverless).map(\.rule) == [rule])
    }

    /// The region of a bucket is told by a URI that is known far enough.
    @Test(arguments: [
        ("https://s3.us-west-2.amazonaws.com/mybucket/${K}.tar.gz", true),
        ("https://s3.us-east-1.amazonaws.com/mybucket/${K}.tar.gz", false),
        ("https://${B}.s3.us-west-2.amazonaws.com/m.tar.gz", true), ("https://${U}", false),
        ("https://${B}.s3.us-west-2.amazonaws.com${K}", false), ("s3://${B}/us-west-2/m.tar.gz", false),
    ])
    func theRegionOfABucket(_ url: String, _ isOther: Bool) {
        let container = "{\(Piece.image), 'ModelDataUrl': {'Fn::Sub': '\(url)'}}"
        let template =
            "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'PrimaryContainer': \(container), \(Piece.role)}}}}"
        #expect(found(template).contains { $0.rule == "create-model-image-in-other-region" } == isOther)
    }
}
