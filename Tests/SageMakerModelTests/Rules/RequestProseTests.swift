import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Rules of the prose whose cases have more than one finding, or none.
@Suite struct RequestProseTests {
    private func rules(_ text: String) -> [String] { RequestCase.findings(text).map(\.rule) }

    /// Both containers of a pipeline lack the name by which they would be called.
    @Test func directModeNeedsHostnames() {
        let direct = ", 'InferenceExecutionConfig': {'Mode': 'Direct'}"
        let findings = RequestCase.findings(Piece.request(["{}", "{}"], direct))
        #expect(findings.map(\.rule) == Array(repeating: "create-model-direct-without-hostname", count: 2))
        #expect(
            findings.map(\.location.jsonPath) == ["Containers[0].ContainerHostname", "Containers[1].ContainerHostname"])
        let named = ["{'ContainerHostname': 'a'}", "{'ContainerHostname': 'b'}"]
        #expect(rules(Piece.request(named, direct)) == [])
        // Where some have one, the rule about that says it.
        #expect(rules(Piece.request([named[0], "{}"], direct)) == ["create-model-hostname-missing"])
        #expect(rules(Piece.request(["{}", "{}"], ", 'InferenceExecutionConfig': {'Mode': 'Serial'}")) == [])
    }

    @Test func regionsOfHosts() {
        let rule = "create-model-image-in-other-region"
        for (host, isOther) in [
            ("s3.us-west-2.amazonaws.com/b", true), ("s3.us-east-1.amazonaws.com/b", false),
            ("s3-us-west-2.amazonaws.com/b", true), ("b.s3.dualstack.us-west-2.amazonaws.com", true),
            ("b.s3.amazonaws.com", false), ("s3.amazonaws.com/b", false), ("us-west-2.example.com/b", false),
            ("b.s3-accelerate.amazonaws.com", false), ("b.s3-fips.us-west-2.amazonaws.com", true),
        ] {
            let found = rules("{\(Piece.image), 'ModelDataUrl': 'https://\(host)/m.tar.gz'}")
            #expect(found.contains(rule) == isOther, "\(host)")
        }
        // The severity says how sure it is.
        let bucket = { (name: String) in
            RequestCase.findings("{\(Piece.image), 'ModelDataUrl': 's3://\(name)/m.tar.gz'}").first?.severity
        }
        #expect(bucket("jumpstart-cache-prod-us-west-2") == .error)
        #expect(bucket("sagemaker-us-west-2-123456789012") == .warning)
        #expect(bucket("cdk-hnb659fds-assets-123456789012-us-west-2") == .warning)
        #expect(bucket("cdk-hnb659fds-assets-123456789012-us-east-1") == nil)
        #expect(bucket("cdk-hnb659fds-assets-12345678901-us-west-2") == nil && bucket("cdk-assets-us-west-2") == nil)
    }

    /// Every place that names data is compared with the image, those of channels too.
    @Test func regionsOfSources() {
        let place = Piece.place("s3://jumpstart-cache-prod-eu-west-1/m/")
        let channel = "{'ChannelName': 'c', 'S3DataSource': \(place)}"
        let container =
            "{\(Piece.image), 'ModelDataSource': {'S3DataSource': \(place)}, 'AdditionalModelDataSources': [\(channel)]}"
        let findings = RequestCase.findings(Piece.request(container))
        #expect(
            findings.map(\.location.jsonPath) == [
                "PrimaryContainer.ModelDataSource.S3DataSource.S3Uri",
                "PrimaryContainer.AdditionalModelDataSources[0].S3DataSource.S3Uri",
            ])
        // An image that tells no region, or is elsewhere, tells nothing of the data.
        let other = Piece.request(
            "{'Image': '123456789012.dkr.ecr.REGION.amazonaws.com/i', 'ModelDataUrl': 's3://sagemaker-us-west-2-123456789012/m.tar.gz'}"
        )
        #expect(rules(other) == [])
    }

    /// A gated model needs a licence that is accepted, not only one that is spoken of.
    @Test func aGatedModelWhoseLicenceIsRefused() {
        let gated = "s3://jumpstart-private-cache-prod-us-east-1/llama/"
        let place = { (access: String) in Piece.place(gated, "S3Prefix", "None", ", 'ModelAccessConfig': \(access)") }
        let refused = RequestCase.findings(place("{'AcceptEula': false}"))
        #expect(refused.map(\.rule) == ["create-model-eula-missing"])
        #expect(refused.first?.location.jsonPath == "ModelAccessConfig.AcceptEula")
        #expect(refused.first?.help.contains("set AcceptEula to true") ?? false)
        // What has another type, or no member, is reported as that.
        #expect(rules(place("{'AcceptEula': 'true'}")) == ["request-wrong-type"])
        #expect(rules(place("{}")) == ["request-missing-member"])
        #expect(rules(place("{'AcceptEula': true}")) == [])
    }

    /// Names that other tools have for members of the API.
    @Test(
        arguments: [
            ("rolearn", "ExecutionRoleArn"), ("role", "ExecutionRoleArn"), ("execution_role", "ExecutionRoleArn"),
            ("name", "ModelName"), ("networkIsolation", "EnableNetworkIsolation"), ("vpc", "VpcConfig"),
            ("container", "PrimaryContainer"), ("env", "Environment"), ("environment_variables", "Environment"),
            ("image_uri", "Image"), ("model_data", "ModelDataUrl"), ("modelDataS3Uri", "ModelDataUrl"),
            ("modelUrl", "ModelDataUrl"), ("SecurityGroups", "SecurityGroupIds"), ("subnet-ids", "Subnets"),
            ("dataType", "S3DataType"), ("compression", "CompressionType"), ("uri", "S3Uri"),
            ("channel", "ChannelName"),
            ("manifest_uri", "ManifestS3Uri"),
        ] as [(ByteString, ByteString)]) func namesOfOtherTools(_ name: ByteString, _ member: ByteString) throws
    {
        let structure = try #require(ServiceModel.structures.first { $0.member(member) != nil })
        #expect(UnknownMember.intended(name, in: structure) == member)
        let other = try #require(ServiceModel.structures.first { $0.member(member) == nil })
        #expect(UnknownMember.intended(name, in: other) != member)
    }

    /// Every rule about URIs that holds for artifacts holds for requests too.
    private static let places: [(rule: String, place: String)] = [
        ("https-uri", Piece.place("https://mybucket.s3.amazonaws.com/m/")),
        ("invalid-s3-uri", Piece.place("s3://my..bucket/m/")), ("legacy-bucket-name", Piece.place("s3://My_Bucket/m/")),
        ("prefix-without-slash", Piece.place("s3://mybucket/m")),
        ("object-uri-ends-with-slash", Piece.place("s3://mybucket/m/", "S3Object")),
        ("dot-name", Piece.place("s3://mybucket/a/..", "S3Object")),
        ("empty-name", Piece.place("s3://mybucket/a/ ", "S3Object")),
        ("null-byte", Piece.place("s3://mybucket/a\\u0000", "S3Object")),
        ("backslash-in-name", Piece.place("s3://mybucket/a\\\\b", "S3Object")),
        ("name-too-long", Piece.place("s3://mybucket/" + String(repeating: "a", count: 256), "S3Object")),
        ("unsupported-combination", Piece.place("s3://mybucket/m/", "S3Prefix", "Gzip")),
        (
            "manifest-inside-prefix",
            Piece.place("s3://mybucket/m/", "S3Prefix", "None", ", 'ManifestS3Uri': 's3://mybucket/m/x.csv'")
        ),
    ]

    @Test func rulesAboutURIsHoldForRequests() {
        for (rule, place) in Self.places { #expect(rules(place) == [rule], "\(place)") }
        #expect(Set(Self.places.map(\.rule)) == DataSourceChecker.rules)
        #expect(rules(Piece.place("s3://mybucket/" + String(repeating: "a", count: 255), "S3Object")) == [])
    }

    /// A value below `Environment` is never shown, whatever it looks like.
    @Test func secretsAreNotShown() {
        for value in ["hf_" + String(repeating: "x", count: 34), "AKIAIOSFODNN7EXAMPLE", "s3cr3t-value"] {
            let findings = RequestCase.findings("{'Environment': {'HF_TOKEN': '\(value)'}}")
            #expect(findings.map(\.rule) == ["create-model-secret-in-environment"])
            #expect(!"\(findings)".contains(value))
        }
    }

    /// Which of these a tool has to fill in is certain, or not.
    @Test func severitiesOfTemplates() {
        let severity = { (name: String) in
            RequestCase.findings("{'ModelDataUrl': 's3://mybucket/\(name)/model.tar.gz'}").map(\.severity)
        }
        for name in ["{{ x }}", "{% x %}", "${X}", "$(X)", "#{x}", "%(x)s", "<%= x %>", "<x>"] {
            #expect(severity(name) == [.error], "\(name)")
        }
        for name in ["{model}", "$MODEL", "%MODEL%", "@MODEL@", "__MODEL__", "v{model}.1"] {
            #expect(severity(name) == [.warning], "\(name)")
        }
        for name in [
            "{}", "{x}", "{1}", "$M", "$model", "$1", "%m%", "%M", "@M@", "__m__", "_M_", "x__MODEL__", "$MODELs",
        ] {
            #expect(severity(name) == [], "\(name)")
        }
        for name in ["$TAG", "{tag}", "%TAG%", "{{tag}}"] {
            let found = RequestCase.findings("{'Image': '\(Piece.registry)/image:\(name)'}")
            #expect(found.map(\.rule) == ["request-unfilled-template"] && found[0].severity == .error, "\(name)")
        }
        // Prose may speak of such things.
        let description = "{'ModelPackageGroupName': 'g', 'ModelPackageDescription': 'costs 5 $USD or {name} %OF% all'}"
        #expect(rules(description) == [])
    }

    /// Names and values of secrets, and what is only called or only looks like one.
    @Test func secretsAndOthers() {
        let secret = { (name: String, value: String) in
            rules("{'Environment': {'\(name)': '\(value)'}}") == ["create-model-secret-in-environment"]
        }
        let key = String(repeating: "k", count: 40)
        for (name, value) in [
            ("DB_PASSWORD", "hunter22"), ("PASSWORDS", "a,b"), ("SECRETS", "abc"), ("API_KEYS", "abc"),
            ("X", "ghp_" + key),
            ("X", "github_pat_11A" + key), ("X", "xoxb-123456789012-abcdef"), ("X", "hf_" + key),
            (
                "PIP_INDEX_URL",
                "https://aws:\(key)@d-123456789012.d.codeartifact.us-east-1.amazonaws.com/pypi/r/simple/"
            ),
            ("DATABASE_URL", "postgres://user:hunter22@host/db"), ("REDIS_URL", "redis://:hunter22@host"),
            ("HF_TOKEN", "<a"), ("HF_TOKEN", "1234"),
        ] {
            #expect(secret(name, value), "\(name) \(value)")
        }
        for (name, value) in [
            ("TOKENIZERS_PARALLELISM", "false"), ("MAX_TOKENS", "4096"), ("PASSWORDLESS", "x"), ("SECRETARY", "x"),
            ("SENTENCE_TOKEN", "[SEP]"), ("FIM_TOKEN", "<|fim|>"), ("EOS_TOKEN", "</s>"), ("HF_TOKEN", "<TOKEN>"),
            ("USE_TOKEN", "true"), ("RETRIES_PASSWORD", "123"), ("DB_PASSWORD_FILE", "/run/x"), ("PARTITION_KEY", "id"),
            ("X", "https://mybucket.s3.amazonaws.com/a@b:c"), ("X", "s3://mybucket/a:b@c"), ("X", "http://user@host/"),
            ("X", "http://host:8080/"), ("X", "postgres://user:${PASSWORD}@host/db"),
            ("X", "postgres://user:***@host/"),
            ("X", "a b://c:d@e"), ("X", "://a:b@c"), ("X", "ghp_x"), ("X", "github_pat_x"), ("X", "xoxb-"),
            ("X", "hf_x"),
        ] {
            #expect(!secret(name, value), "\(name) \(value)")
        }
    }

    /// Every word that makes a name that of a secret, and every one that makes a token one of a text.
    @Test func namesOfSecrets() {
        for name in [
            "PASSWORD", "DB_PASSWD", "KEY_PASSPHRASE", "CLIENT_SECRET", "CREDENTIAL", "GCP_CREDENTIALS", "APIKEY",
            "API_KEY",
            "AWS_ACCESS_KEY", "SECRET_KEY", "PRIVATE_KEY", "AUTH_KEY", "SIGNING_KEY", "ENCRYPTION_KEY",
            "AWS_ACCESS_KEY_ID",
            "ROOTPASSWORD", "ROOTPASSWD", "OPENAIAPIKEY", "TOKEN", "HF_TOKEN", "sessionToken", "openaiApiKey",
            "APIKEYS",
        ] {
            #expect(SensitiveName.isSecret(ByteString(name)), "\(name)")
        }
        for word in [
            "pad", "eos", "bos", "cls", "sep", "unk", "mask", "stop", "start", "end", "begin", "special", "image",
            "audio", "video",
            "next", "first", "last", "max", "min", "per", "new", "tool", "think", "reasoning", "eot", "eom",
            "chat", "prompt",
            "media", "draft", "num",
        ] {
            #expect(!SensitiveName.isSecret(ByteString(word + "_TOKEN")), "\(word)")
        }
        for name in [
            "", "_", "KEY", "KEY_ID", "PUBLIC_KEY", "CACHE_KEY", "PASSWORD_FILE", "TOKENS", "TOKENIZER", "SECRET_NAME",
        ] {
            #expect(!SensitiveName.isSecret(ByteString(name)), "\(name)")
        }
        for value in [
            "", "true", "FALSE", "yes", "no", "None", "null", "on", "off", "123", "arn:aws:s3:::b", "<s>", "[PAD]",
        ] {
            #expect(SensitiveName.isHarmless(ByteString(value)), "\(value)")
        }
        for value in ["1234", "12a", "truth", "<s", "PAD]", "arn"] {
            #expect(!SensitiveName.isHarmless(ByteString(value)), "\(value)")
        }
    }

    /// The forms of secrets, at the edges of their lengths.
    @Test func formsOfSecrets() {
        let letters = { (count: Int) in String(repeating: "A", count: count) }
        for value in [
            "AKIA" + letters(16), "ASIA" + letters(16), "hf_" + letters(30), "hf_" + letters(50), "ghp_" + letters(36),
            "gho_" + letters(36), "ghs_" + letters(36), "ghu_" + letters(36), "ghr_" + letters(255),
            "-----BEGIN PRIVATE KEY-----\n",
            "-----BEGIN OPENSSH PRIVATE KEY-----", "xoxb-" + letters(20), "xoxp-" + letters(20), "xoxa-" + letters(20),
            "xapp-" + letters(20),
        ] {
            #expect(SensitiveName.kind(of: ByteString(value)) != nil, "\(value)")
        }
        for value in [
            "AKIA" + letters(15), "AKIA" + letters(17), "AKIA" + letters(15) + "a", "AKIB" + letters(16),
            "hf_" + letters(29),
            "hf_" + letters(51), "hf_" + letters(29) + "-", "ghp_" + letters(35), "ghp_" + letters(256),
            "ghq_" + letters(36),
            "-----BEGIN CERTIFICATE-----", "PRIVATE KEY-----", "-----BEGIN " + letters(64) + "PRIVATE KEY-----",
            "github_pat_" + letters(20),
            "xoxb-" + letters(15),
        ] {
            #expect(SensitiveName.kind(of: ByteString(value)) == nil, "\(value)")
        }
    }

    /// Without a URI that can be one, the combination is checked all the same.
    @Test func combinationsWithoutAURI() {
        #expect(rules(Piece.place("m", "S3Prefix", "Gzip")) == ["request-pattern-mismatch", "unsupported-combination"])
        for (type, compression) in [("S3Prefix", "None"), ("S3Object", "Gzip"), ("S3Object", "None")] {
            #expect(rules(Piece.place("m", type, compression)) == ["request-pattern-mismatch"])
        }
        #expect(rules(Piece.place("s3://mybucket/m", "Prefix", "Gzip")) == ["request-unknown-value"])
    }

    /// What CloudFormation puts in may be a secret, unless it begins as the name of something.
    @Test func secretsOfTemplates() {
        let template = { (value: String) in
            "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': {\(Piece.image), 'Environment': {'DB_PASSWORD': \(value)}}}}}}"
        }
        let rule = ["create-model-secret-in-environment"]
        #expect(rules(template("{'Ref': 'Password'}")) == rule)
        #expect(rules(template("{'Fn::Sub': 'x${Password}'}")) == rule)
        #expect(rules(template("'{{resolve:secretsmanager:x}}'")) == rule)
        #expect(rules(template("{'Fn::Sub': 'arn:aws:secretsmanager:${AWS::Region}:x'}")) == [])
    }

    /// An answer of DescribeModel has empty objects for what was not given.
    @Test func answers() {
        let answer = ", 'ModelArn': 'arn:aws:sagemaker:us-east-1:1:model/m'"
        let empty = Piece.request("{'ModelDataSource': {}, 'MultiModelConfig': {}}", ", 'VpcConfig': {}" + answer)
        #expect(rules(empty) == ["request-response-member"])
        let mode = "{'ImageConfig': {'RepositoryAccessMode': 'Vpc'}}"
        #expect(
            rules(Piece.request(mode, ", 'VpcConfig': {}" + answer)).contains(
                "create-model-private-registry-without-vpc"))
    }

    /// What an answer has besides is a note, what nobody knows is not; only an object without members counts as not given.
    @Test func answersWithMore() {
        let answer = { (others: String) in
            rules(Piece.request("{}", ", 'ModelArn': 'arn:aws:sagemaker:us-east-1:1:model/m'" + others))
        }
        #expect(answer(", 'CreationTime': 1") == ["request-response-member", "request-response-member"])
        #expect(answer(", 'Colour': 1") == ["request-unknown-member", "request-response-member"])
        #expect(
            answer(", 'VpcConfig': {'Subnets': ['subnet-0a1b2c3d']}") == [
                "request-missing-member", "request-response-member",
            ])
    }

    /// What is misspelled, not filled in or broken is said once.
    @Test func nothingTwice() {
        #expect(rules("{'Image': 'i mage'}") == ["request-pattern-mismatch"])
        #expect(rules("{'Image': '${IMAGE}'}") == ["request-unfilled-template"])
        #expect(
            rules("{'ModelName': 'm', 'PrimaryContainer': {'image': 'i'}, \(Piece.role)}") == ["request-unknown-member"]
        )
        #expect(
            rules("{'ModelName': 'm', 'PrimaryContainer': \(Piece.container), 'ExecutionRoleARN': 'x'}")
                == ["request-unknown-member"])
        let place = Piece.place(
            "s3://mybucket/m/", "S3Prefix", "None", ", 'ManifestEtag': 'x', 'ManifestS3URI': 's3://mybucket/m.csv'")
        #expect(rules(place) == ["request-unknown-member"])
        let credentials = "{'RepositoryCredentialsProviderArn': '<ARN>'}"
        #expect(
            rules("{'ImageConfig': {'RepositoryAccessMode': 'Vpc', 'RepositoryAuthConfig': \(credentials)}}")
                == ["request-unfilled-template"])
        #expect(
            rules(Piece.request("{}", ", 'VpcConfig': {'SecurityGroupIds': ['s g'], 'Subnets': ['subnet-0a1b2c3d']}"))
                == ["request-pattern-mismatch"])
        // A part of a request need not have what the whole has.
        #expect(rules("{'ModelDataUrl': 's3://mybucket/m.tar.gz'}") == [])
        #expect(rules("{'ContainerHostname': 'a', \(Piece.image)}") == [])
    }
}
