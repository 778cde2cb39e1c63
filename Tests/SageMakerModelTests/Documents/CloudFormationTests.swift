import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What is known of values that CloudFormation computes, in templates as people and the CDK write them.
@Suite struct CloudFormationTests {
    /// The findings on the model of a template, as `rule member`.
    private func findings(_ properties: String, beside others: String = "", if condition: String? = nil) -> Set<String>
    {
        let condition = condition.map { "'Condition': '\($0)', " } ?? ""
        return said(
            "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', \(condition)'Properties': {\(properties)}}\(others)}}"
        )
    }

    private func said(_ template: String) -> Set<String> {
        let bytes = Array(template.replacing("'", with: "\"").utf8)
        let findings = RequestInspector().inspect(bytes, name: "template.json").findings
        return Set(findings.map { "\($0.rule) \($0.location.jsonPath?.split(separator: ".").last ?? "")" })
    }

    private func container(_ members: String, beside others: String = "") -> Set<String> {
        findings(
            "'ExecutionRoleArn': {'Fn::GetAtt': ['R', 'Arn']}, 'PrimaryContainer': {\(Self.image), \(members)}",
            beside: others)
    }

    private func source(_ uri: String, _ type: String = "S3Prefix", more: String = "") -> Set<String> {
        container(
            "'ModelDataSource': {'S3DataSource': {'S3Uri': \(uri), 'S3DataType': '\(type)', 'CompressionType': 'None'\(more)}}"
        )
    }

    private static let notTarGzip: Set<String> = ["create-model-data-url-not-tar-gz ModelDataUrl"]
    private static let image =
        "'Image': {'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/llm:1'}"

    @Test func anUnknownMiddleIsNoExcuse() {
        #expect(source("{'Fn::Sub': 's3://${Bucket}/llm/v1'}") == ["prefix-without-slash S3Uri"])
        #expect(source("{'Fn::Sub': 's3://${Bucket}/llm/v1/'}").isEmpty)
        #expect(source("{'Fn::Sub': 's3://${Bucket}/llm/${Version}'}").isEmpty)
        #expect(source("{'Fn::Join': ['/', ['s3:/', {'Ref': 'B'}, 'llm']]}") == ["prefix-without-slash S3Uri"])
        #expect(source("{'Fn::Join': ['', ['s3://', {'Ref': 'B'}, '/llm/']]}").isEmpty)
        #expect(source("{'Fn::Join': ['/', ['s3:/', {'Ref': 'B'}, 'llm', '']]}").isEmpty)
        #expect(source("{'Fn::Sub': ['s3://b-${X}/llm', {'X': {'Ref': 'Y'}}]}") == ["prefix-without-slash S3Uri"])
        #expect(source("'s3://mybucket/{{resolve:ssm:/version}}/llm'") == ["prefix-without-slash S3Uri"])
        #expect(source("'s3://mybucket/{{resolve:ssm:/version}}'").isEmpty)
        #expect(source("'{{resolve:ssm:/uri}}'").isEmpty)
        #expect(source("{'Fn::Sub': 's3://${Bucket}/llm/'}", "S3Object") == ["object-uri-ends-with-slash S3Uri"])
        #expect(source("{'Fn::Sub': 's3://${Bucket}/llm/..'}", "S3Object") == ["dot-name S3Uri"])
        #expect(source("{'Fn::Sub': 's3://${Bucket}/llm${X}..'}", "S3Object").isEmpty)
        #expect(source("{'Fn::Sub': 's3://my..bucket/${Key}/'}") == ["invalid-s3-uri S3Uri"])
        #expect(source("{'Fn::Sub': 's3://my_bucket/${Key}/'}") == ["legacy-bucket-name S3Uri"])
        #expect(source("{'Fn::Sub': '${Bucket.Name}/llm/'}").isEmpty)
        #expect(source("{'Fn::Sub': 'bucket-${X}/llm/'}") == ["request-pattern-mismatch S3Uri"])
        #expect(source("{'Fn::ImportValue': 'uri'}").isEmpty)
    }

    /// What a dynamic reference gives is not known, whatever functions put into it or make it of.
    @Test func dynamicReferencesHoldOtherValues() {
        let role = { (value: String) in
            findings("'ModelName': 'm', 'ExecutionRoleArn': \(value), 'PrimaryContainer': {\(Self.image)}")
        }
        let bad: Set<String> = ["request-pattern-mismatch ExecutionRoleArn"]
        #expect(role("{'Fn::Sub': '{{resolve:ssm:/${Environment}/role}}'}").isEmpty)
        #expect(role("{'Fn::Sub': ['{{resolve:ssm:/${E}/${F}}}', {'E': 'a', 'F': {'Ref': 'F'}}]}").isEmpty)
        #expect(role("{'Fn::Join': ['', ['{{resolve:ssm:/', {'Ref': 'E'}, '/role}}']]}").isEmpty)
        #expect(role("{'Fn::Join': ['', ['{{resolve:', 'ssm:/role}}']]}").isEmpty)
        #expect(role("{'Fn::Sub': '{{resolve:ssm:/${E}/role}}/{{resolve:ssm:/${E}}}'}").isEmpty)
        // Behind it the text goes on.
        #expect(role("{'Fn::Sub': '{{resolve:ssm:/${E}/role}} and more'}") == bad)
        #expect(role("{'Fn::Sub': 'role-{{resolve:ssm:/${E}/role}}'}") == bad)
        // One without an end is none.
        #expect(role("{'Fn::Sub': '${E}{{resolve:ssm:/role'}") == bad)
        #expect(role("'{{resolve:ssm:/sagemaker/role'") == bad)
        #expect(source("{'Fn::Sub': 's3://{{resolve:ssm:/${E}/bucket}}/llm'}") == ["prefix-without-slash S3Uri"])
        #expect(source("{'Fn::Sub': 's3://{{resolve:ssm:/${E}/bucket}}/llm/'}").isEmpty)
        #expect(
            container("'Environment': {'DB_PASSWORD': {'Fn::Sub': '{{resolve:secretsmanager:${P}:SecretString:p}}'}}")
                == container("'Environment': {'DB_PASSWORD': '{{resolve:secretsmanager:x:SecretString:p}}'}"))
    }

    /// What is wrong with a literal beginning or end, no value can mend; what may become right is let pass.
    @Test func knownBeginningsAndEndsAreChecked() {
        let sub = { (text: String) in "{'Fn::Sub': '\(text)'}" }
        let image = "'Image': '\(Piece.registry)/x:1'"
        for (properties, rules) in [
            ("'ExecutionRoleArn': \(sub("arn:aws:iam::${A}:user/r"))", ["request-pattern-mismatch ExecutionRoleArn"]),
            ("'ExecutionRoleArn': \(sub("arn:${P}:iam::${A}:role/r"))", []),
            (
                "'VpcConfig': {'SecurityGroupIds': [\(sub("subnet-${X}"))], 'Subnets': [\(sub("subnet-${X}"))]}",
                ["create-model-vpc-id-kind SecurityGroupIds[0]"]
            ),
            ("'VpcConfig': {'SecurityGroupIds': [\(sub("s${X}"))], 'Subnets': [\(sub("${X}1"))]}", []),
            (
                "'VpcConfig': {'SecurityGroupIds': ['sg-xyz', \(sub("sg-0${X}z"))], 'Subnets': [\(sub("subnet-${X}0"))]}",
                ["create-model-vpc-id-form SecurityGroupIds[0]", "create-model-vpc-id-form SecurityGroupIds[1]"]
            ),
        ] as [(String, Set<String>)] {
            let role = properties.contains("ExecutionRoleArn") ? "" : ", 'ExecutionRoleArn': {'Ref': 'R'}"
            #expect(findings("\(properties), 'PrimaryContainer': {\(image)}\(role)") == rules, "\(properties)")
        }
        let data = { (uri: String, type: String) in
            "'ModelDataSource': {'S3DataSource': {'S3Uri': \(uri), 'S3DataType': \(type), 'CompressionType': 'None'}}"
        }
        let west = "'s3://jumpstart-cache-prod-us-west-2/x/'"
        for (members, rules) in [
            ("\(image), 'Mode': \(sub("Many${X}"))", ["request-unknown-value Mode"]),
            ("\(image), 'Mode': \(sub("Single${X}"))", []),
            ("\(image), \(data("'s3://mybucket/m/'", sub("Prefix${X}")))", ["request-unknown-value S3DataType"]),
            ("\(image), \(data("'s3://mybucket/m/'", sub("S3${X}")))", []),
            ("'ModelPackageName': \(sub("a b ${X}"))", ["request-pattern-mismatch ModelPackageName"]),
            ("'ModelPackageName': \(sub("${X}/1"))", []),
            (
                "'Image': \(sub("\(Piece.registry)/x:${T}")), \(data(west, "'S3Prefix'"))",
                ["create-model-image-in-other-region S3Uri"]
            ),
            ("'Image': \(sub("123456789012.dkr.ecr.${R}.amazonaws.com/x:1")), \(data(west, "'S3Prefix'"))", []),
            ("'Image': \(sub("public.ecr.aws/x:${T}"))", ["create-model-image-not-in-ecr Image"]),
            ("'Image': \(sub("https://${R}/x:1"))", ["create-model-image-form Image"]),
            ("'Image': \(sub("team/x:${T}"))", ["create-model-image-form Image"]), ("'Image': \(sub("${R}/x:1"))", []),
            ("\(image), \(data(sub("https://${B}.s3.us-east-1.amazonaws.com/a/"), "'S3Prefix'"))", ["https-uri S3Uri"]),
            (
                "\(image), \(data(sub("https://${B}.s3.us-west-2.amazonaws.com/a/"), "'S3Prefix'"))",
                ["https-uri S3Uri", "create-model-image-in-other-region S3Uri"]
            ),
            ("\(image), \(data(sub("https://${B}/a/"), "'S3Prefix'"))", ["https-uri S3Uri"]),
            ("\(image), \(data(sub("${S}://mybucket/a/"), "'S3Prefix'"))", []),
            ("\(image), 'ModelDataUrl': {'Fn::Join': [':', ['s3', {'Ref': 'P'}]]}", []),
            (
                "\(image), 'ModelDataUrl': {'Fn::Join': [':', ['gs', {'Ref': 'P'}]]}",
                ["request-pattern-mismatch ModelDataUrl"]
            ),
        ] as [(String, Set<String>)] {
            let found = findings("'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {\(members)}")
            #expect(found == rules, "\(members)")
        }
        let hub = { (arn: String) in
            source("'s3://mybucket/m/'", more: ", 'HubAccessConfig': {'HubContentArn': \(arn)}")
        }
        #expect(hub(sub("arn:aws:sagemaker:${R}:${A}:hub/x")) == ["create-model-foreign-arn HubContentArn"])
        #expect(hub(sub("arn:aws:sagemaker:${R}:${A}:hub-content/x")).isEmpty && hub(sub("${A}/x")).isEmpty)
        // A text may become a number or a truth value, which CloudFormation takes for one.
        #expect(
            findings(
                "'EnableNetworkIsolation': \(sub("${X}rue")), 'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {\(image)}"
            ).isEmpty)
        #expect(
            findings(
                "'EnableNetworkIsolation': \(sub("${X}s")), 'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {\(image)}"
            )
                == ["request-wrong-type EnableNetworkIsolation"])
    }

    /// A name that occurs twice is told wherever it stands, and a function that does so is still one.
    @Test func namesThatOccurTwiceAreToldEverywhere() {
        let model =
            "{'Type': 'AWS::SageMaker::Model', 'Properties': {'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {\(Self.image)}}}"
        let twice = { (name: String) -> Set<String> in ["request-duplicate-member \(name)"] }
        #expect(said("{'Resources': {'M': \(model)}, 'Resources': {'N': \(model)}}") == twice("Resources"))
        #expect(said("{'Resources': {'M': \(model), 'M': {'Type': 'AWS::S3::Bucket'}, 'N': \(model)}}") == twice("M"))
        #expect(said("{'Parameters': {'R': {}, 'R': {}}, 'Resources': {'M': \(model)}}") == twice("R"))
        let url = "{'Fn::Sub': 's3://mybucket/a.tar.gz', 'Fn::Sub': 's3://mybucket/b.pkl'}"
        #expect(
            container("'ModelDataUrl': \(url)") == [
                "create-model-data-url-not-tar-gz ModelDataUrl", "request-duplicate-member ModelDataUrl[\"Fn::Sub\"]",
            ])
        let endpoint =
            ", 'E': {'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': [{'ModelName': {'Ref': 'M'}, 'VolumeSizeInGB': 10, 'VolumeSizeInGB': 20}]}}"
        #expect(container("'Mode': 'SingleModel'", beside: endpoint) == twice("VolumeSizeInGB"))
        #expect(
            container("'Mode': 'SingleModel'", beside: endpoint.replacing(", 'VolumeSizeInGB': 20", with: "")).isEmpty)
    }

    /// What a list or a mapping of the template gives is known; what a parameter chooses from it is not.
    @Test func knowsWhatIsTakenFromListsAndMappings() {
        for (uri, rules) in [
            ("{'Fn::Select': [0, ['s3://mybucket/m', 'x']]}", ["prefix-without-slash S3Uri"]),
            ("{'Fn::Select': ['1', ['s3://mybucket/m', 's3://mybucket/m/']]}", []),
            ("{'Fn::Select': [1, {'Fn::Split': [',', 'a,s3://mybucket/m']}]}", ["prefix-without-slash S3Uri"]),
            ("{'Fn::Select': [{'Ref': 'I'}, ['s3://mybucket/m']]}", []),
            ("{'Fn::Select': [7, ['s3://mybucket/m']]}", []),
            (
                "{'Fn::Select': [0, [{'Fn::If': ['C', 's3://mybucket/a/', {'Ref': 'AWS::NoValue'}]}, 's3://mybucket/m']]}",
                ["prefix-without-slash S3Uri"]
            ),
            ("{'Fn::FindInMap': ['A', 'b', 'bad']}", ["prefix-without-slash S3Uri"]),
            ("{'Fn::FindInMap': ['A', 'b', 'good']}", []), ("{'Fn::FindInMap': ['A', 'b', 'none']}", []),
            (
                "{'Fn::FindInMap': ['A', 'b', 'bad', {'DefaultValue': 's3://mybucket/m/'}]}",
                ["prefix-without-slash S3Uri"]
            ),
            ("{'Fn::FindInMap': ['A', 'b', 'none', {'DefaultValue': 's3://mybucket/m'}]}", []),
            ("{'Fn::Sub': ['${U}', {'U': {'Fn::FindInMap': ['A', 'b', 'bad']}}]}", ["prefix-without-slash S3Uri"]),
        ] as [(String, [String])] {
            let mapping = "'Mappings': {'A': {'b': {'bad': 's3://mybucket/m', 'good': 's3://mybucket/m/'}}}"
            let template = """
                {\(mapping), 'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'ExecutionRoleArn': {'Ref': 'R'},
                  'PrimaryContainer': {\(Self.image), 'ModelDataSource': {'S3DataSource': {'S3Uri': \(uri),
                  'S3DataType': 'S3Prefix', 'CompressionType': 'None'}}}}}}}
                """
            #expect(said(template) == Set(rules), "\(uri)")
        }
    }

    /// Macros that only add members leave alone what stands beside them, and nothing is missing there.
    @Test func checksWhatStandsBesideMacros() {
        let include = "'Fn::Transform': {'Name': 'AWS::Include', 'Parameters': {'Location': 's3://b/c'}}"
        #expect(findings("\(include), 'ModelName': 'a_b'") == ["request-pattern-mismatch ModelName"])
        let pickle = "'ModelDataUrl': 's3://mybucket/m.pkl'"
        #expect(findings("\(include), 'PrimaryContainer': {\(Self.image), \(pickle)}") == Self.notTarGzip)
        // It may put in the Mode MultiModel.
        #expect(container("\(pickle), \(include)").isEmpty)
        #expect(
            findings("\(include), 'ModelName': 'a', 'PrimaryContainer': {\(include), 'Mode': 'SingleModel'}").isEmpty)
        #expect(source("'s3://mybucket/m/'", more: ", \(include)").isEmpty)
        let loop = "'Fn::ForEach::V': ['X', ['A'], {'E${X}': 'v'}]"
        #expect(
            container("'Environment': {\(loop), '9': 'c'}") == ["request-pattern-mismatch Environment[\"9\"]"])
        // Another macro too: what stands there is meant, and what is not may come.
        #expect(
            findings("'Fn::Transform': {'Name': 'Own'}, 'ModelName': 'a_b'") == ["request-pattern-mismatch ModelName"])
        #expect(container("'Fn::Transform': {'Name': 'Own'}, 'Modes': 'x'") == ["request-unknown-member Modes"])
        #expect(container("'ModelDataSource': {'Fn::Transform': {'Name': 'Own'}}").isEmpty)
        #expect(
            said("{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Fn::Transform': {'Name': 'Own'}}}}") == [
                "request-unknown Properties"
            ])
    }

    @Test func knowsGatedModelsByTheirBucket() {
        let uri = "{'Fn::Sub': 's3://jumpstart-private-cache-prod-${AWS::Region}/meta/llama/'}"
        #expect(source(uri) == ["create-model-eula-missing ModelAccessConfig"])
        #expect(source(uri, more: ", 'ModelAccessConfig': {'AcceptEula': 'true'}").isEmpty)
        #expect(source("{'Fn::Sub': 's3://jumpstart-cache-prod-${AWS::Region}/flan/'}").isEmpty)
        // The ARN of a bucket is no name, whatever it is in the end.
        #expect(source("{'Fn::Sub': 's3://arn:${AWS::Partition}:s3:::${B}/m/'}") == ["invalid-s3-uri S3Uri"])
        let container = "{\(Piece.image), 'ModelDataUrl': {'Fn::Sub': 's3://arn:${P}:s3:::${B}/m.tar.gz'}}"
        let model = "{'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': \(container)}}"
        let found = RequestCase.findings("{'Resources': {'M': \(model)}}", deployment: nil)
        #expect(found.map { $0.message.contains("the bucket 'arn:${…}:s3:::${…}'") } == [true])
    }

    @Test func knowsTheEndsOfArchives() {
        let url = { (value: String) in container("'ModelDataUrl': \(value)") }
        let notTarGzip: Set<String> = ["create-model-data-url-not-tar-gz ModelDataUrl"]
        #expect(url("{'Fn::Sub': 's3://${Bucket}/model.pkl'}") == notTarGzip)
        #expect(url("{'Fn::Sub': 's3://${Bucket}/'}") == notTarGzip)
        #expect(url("{'Fn::Sub': 's3://${Bucket}/${Key}.gz'}").isEmpty)
        #expect(url("{'Fn::Sub': 's3://${Bucket}/${Key}'}").isEmpty)
        #expect(url("'s3://mybucket/MODEL.TAR.GZ'").isEmpty && url("'s3://mybucket/m.TAR.BZ2'") == notTarGzip)
        #expect(url("{'Fn::Sub': 's3://${Bucket}/${Key}-'}") == notTarGzip)
        #expect(url("{'Fn::Join': ['', ['s3://', {'Ref': 'B'}, '/model.tar.gz']]}").isEmpty)
    }

    @Test func knowsWhatCannotStandInAName() {
        let image = "'PrimaryContainer': {\(Self.image)}, 'ExecutionRoleArn': {'Ref': 'R'}"
        #expect(
            findings("\(image), 'ModelName': {'Fn::Sub': '${AWS::StackName}_llm'}")
                == ["request-pattern-mismatch ModelName"])
        #expect(findings("\(image), 'ModelName': {'Fn::Sub': '${AWS::StackName}-llm'}").isEmpty)
        let long = String(repeating: "a", count: 64)
        #expect(
            findings("\(image), 'ModelName': {'Fn::Sub': '${AWS::StackName}\(long)'}")
                == ["request-length-out-of-range ModelName"])
        // What is put in only by Fn::Sub stays as it is everywhere else.
        #expect(
            findings("\(image), 'ModelName': '${AWS::StackName}-llm'") == ["request-pattern-mismatch ModelName"])
        #expect(source("'s3://mybucket/${Version}/'") == ["request-unfilled-template S3Uri"])
    }

    @Test func looksAtBothBranchesOfACondition() {
        let url = { (value: String) in container("'ModelDataUrl': \(value)") }
        let notTarGzip: Set<String> = ["create-model-data-url-not-tar-gz ModelDataUrl"]
        #expect(url("{'Fn::If': ['C', 's3://mybucket/m.pkl', {'Ref': 'AWS::NoValue'}]}") == notTarGzip)
        #expect(
            url("{'Fn::If': ['C', {'Ref': 'X'}, {'Fn::If': ['D', {'Ref': 'Y'}, 's3://mybucket/m.zip']}]}") == notTarGzip
        )
        #expect(url("{'Fn::If': ['C', 's3://mybucket/m.tar.gz', {'Ref': 'AWS::NoValue'}]}").isEmpty)
        // Both URIs are given, but never at once.
        let either =
            "'ModelDataUrl': {'Fn::If': ['C', 's3://mybucket/m.tar.gz', {'Ref': 'AWS::NoValue'}]}, "
            + "'ModelDataSource': {'Fn::If': ['C', {'Ref': 'AWS::NoValue'}, {'S3DataSource': {'S3Uri': 's3://mybucket/m/', 'S3DataType': 'S3Prefix', 'CompressionType': 'None'}}]}"
        #expect(container(either).isEmpty)
        let both = either.replacing(
            "{'Fn::If': ['C', 's3://mybucket/m.tar.gz', {'Ref': 'AWS::NoValue'}]}", with: "{'Ref': 'U'}")
        #expect(container(both) == ["create-model-data-url-and-source ModelDataUrl"])
        let containers = { (yes: String, no: String) in
            """
            'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {'Fn::If': ['One', \(yes), {'Ref': 'AWS::NoValue'}]},
            'Containers': {'Fn::If': ['One', \(no), [{\(Self.image)}, {\(Self.image)}]]}
            """
        }
        #expect(findings(containers("{\(Self.image)}", "{'Ref': 'AWS::NoValue'}")).isEmpty)
        #expect(
            findings(containers("{\(Self.image)}", "[{\(Self.image)}]")) == ["create-model-both-containers Containers"])
        #expect(
            findings("'PrimaryContainer': {'Fn::If': ['One', {\(Self.image)}, {'Ref': 'AWS::NoValue'}]}")
                .contains("create-model-no-container Properties"))
        // A list may be as long as it is allowed to be, without the elements that a condition takes away.
        let ids = { (count: Int) in
            let maybe = Array(repeating: "{'Fn::If': ['C', 'sg-0b2c3d4e', {'Ref': 'AWS::NoValue'}]}", count: count)
            return findings(
                "'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {\(Self.image)}, 'VpcConfig': {'Subnets': ['subnet-0a1b2c3d'], 'SecurityGroupIds': ['sg-0b2c3d4e5f6a7b8c9', 'sg-2b2c3d4e', 'sg-3b2c3d4e', \(maybe.joined(separator: ", "))]}"
            )
        }
        #expect(ids(2).isEmpty && ids(9) == ["request-count-out-of-range SecurityGroupIds"])
        #expect(
            findings(
                "'ExecutionRoleArn': {'Ref': 'R'}, 'Containers': {'Fn::If': ['C', [{\(Self.image), 'Mode': 'Many'}], [{\(Self.image)}]]}"
            )
                == ["request-unknown-value Mode"])
    }

    @Test func takesAnObjectWithOtherMembersForWhatItIs() {
        #expect(container("'Environment': {'Ref': 'a', 'B': 'c'}").isEmpty)
        #expect(container("'Environment': {'Ref': 'a', '9': 'c'}") == ["request-pattern-mismatch Environment[\"9\"]"])
        #expect(container("'Environment': {'Condition': ['x']}") == ["request-wrong-type Condition"])
        #expect(container("'Environment': {'Ref': 'Parameter'}").isEmpty)
        #expect(
            container("'Environment': {'Fn::Transform': {'Name': 'M'}, '9': 'c'}")
                == ["request-pattern-mismatch Environment[\"9\"]"])
        #expect(
            container("'ImageConfig': {'Ref': 'a', 'RepositoryAccessMode': 'Platform'}") == [
                "request-unknown-member Ref"
            ])
    }

    @Test func knowsServerlessEndpointsBesideTheModel() {
        let endpoint = { (model: String, more: String) in
            ", 'E': {'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': [{'ModelName': \(model), 'VariantName': 'v'\(more)}]}}"
        }
        let serverless = ", 'ServerlessConfig': {'MaxConcurrency': 1, 'MemorySizeInMB': 2048}"
        let data =
            "'ModelDataSource': {'S3DataSource': {'S3Uri': 's3://mybucket/m/', 'S3DataType': 'S3Prefix', 'CompressionType': 'None'}}"
        let found: Set<String> = ["create-model-deployment-without-source ModelDataSource"]
        for model in [
            "{'Fn::GetAtt': ['M', 'ModelName']}", "{'Fn::GetAtt': 'M.ModelName'}", "{'Fn::Sub': '${M.ModelName}'}",
            "{'Ref': 'M'}",
        ] {
            #expect(container(data, beside: endpoint(model, serverless)) == found, "\(model)")
        }
        #expect(
            container(data, beside: endpoint("{'Fn::GetAtt': ['M', 'ModelName']}", ", 'InstanceType': 'ml.m5.large'"))
                .isEmpty)
        #expect(container(data, beside: endpoint("{'Fn::GetAtt': ['Other', 'ModelName']}", serverless)).isEmpty)
        #expect(
            container("'ModelDataUrl': 's3://mybucket/m.tar.gz'", beside: endpoint("{'Ref': 'M'}", serverless)).isEmpty)
    }

    /// A serverless endpoint counts for a variant of the model only if both can be there at once.
    @Test func comparesEndpointsUnderTheSameConditions() {
        let source =
            "{'S3DataSource': {'S3Uri': 's3://mybucket/m/', 'S3DataType': 'S3Prefix', 'CompressionType': 'None'}}"
        let noValue = "{'Ref': 'AWS::NoValue'}"
        let split =
            "'ModelDataUrl': {'Fn::If': ['Small', 's3://mybucket/m.tar.gz', \(noValue)]}, 'ModelDataSource': {'Fn::If': ['Small', \(noValue), \(source)]}"
        let always = "'ModelDataSource': \(source)"
        let endpoint = { (config: String, condition: String, name: String) in
            """
            , 'E': {'Type': 'AWS::SageMaker::EndpointConfig', \(condition)'Properties': {'ProductionVariants': [
              {'ModelName': \(name), 'VariantName': 'v', 'ServerlessConfig': \(config)}]}}
            """
        }
        let own = "{'Fn::GetAtt': ['M', 'ModelName']}"
        let config = "{'MaxConcurrency': 1, 'MemorySizeInMB': 2048}"
        let found: Set<String> = ["create-model-deployment-without-source ModelDataSource"]
        let none: Set<String> = []
        let small = "{'Fn::If': ['Small', \(config), \(noValue)]}"
        let large = "{'Fn::If': ['Small', \(noValue), \(config)]}"
        for (data, beside, rules) in [
            (always, endpoint(noValue, "", own), none), (split, endpoint(small, "", own), none),
            (split, endpoint(config, "'Condition': 'Small', ", own), none), (split, endpoint(large, "", own), found),
            (always, endpoint(small, "", own), found), (always, endpoint(config, "'Condition': 'Small', ", own), found),
            (split, endpoint("{'Fn::If': ['Other', \(config), \(noValue)]}", "", own), none),
            (always, endpoint(config, "", "{'Fn::If': ['New', \(own), 'old']}"), found),
            (always, endpoint(config, "", "{'Fn::If': ['New', 'new', 'old']}"), none),
        ] as [(String, String, Set<String>)] {
            #expect(container(data, beside: beside) == rules, "\(data) \(beside)")
        }
        // The name may be the same expression in both.
        for (name, other, rules) in [
            ("{'Fn::Sub': '${AWS::StackName}-m'}", "{'Fn::Sub': '${AWS::StackName}-m'}", found),
            ("{'Ref': 'Name'}", "{'Ref': 'Name'}", found), ("'m'", "'m'", found),
            ("{'Ref': 'Name'}", "{'Ref': 'Other'}", none),
        ] as [(String, String, Set<String>)] {
            let properties =
                "'ModelName': \(name), 'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {\(Self.image), \(always)}"
            #expect(findings(properties, beside: endpoint(config, "", other)) == rules, "\(name) \(other)")
        }
        // A model with a condition of its own is there wherever an endpoint is made of it.
        let properties = "'ExecutionRoleArn': {'Ref': 'R'}, 'PrimaryContainer': {\(Self.image), \(always)}"
        #expect(findings(properties, beside: endpoint(config, "", own), if: "Model") == found)
        #expect(findings(properties, beside: endpoint(config, "'Condition': 'Endpoint', ", own), if: "Model") == found)
    }

    /// What an endpoint beside a model says of its volume and of how long it waits is checked, under each condition.
    @Test func checksWhatEndpointsBesideTheModelSay() {
        let said = { (variant: String) in
            container(
                "'ModelDataUrl': 's3://mybucket/m.tar.gz'",
                beside: """
                    , 'E': {'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': [
                      {'ModelName': {'Fn::GetAtt': 'M.ModelName'}, \(variant)}]}}
                    """)
        }
        for fine in [
            "'VolumeSizeInGB': 512, 'ModelDataDownloadTimeoutInSeconds': 3600", "'VolumeSizeInGB': '30'",
            "'VolumeSizeInGB': {'Ref': 'Volume'}, 'ContainerStartupHealthCheckTimeoutInSeconds': 60",
            "'ModelDataDownloadTimeoutInSeconds': {'Fn::If': ['C', 60, {'Ref': 'AWS::NoValue'}]}",
        ] { #expect(said(fine).isEmpty, "\(fine)") }
        for (bad, member) in [
            ("'VolumeSizeInGB': 513", "VolumeSizeInGB"),
            ("'ModelDataDownloadTimeoutInSeconds': 7200", "ModelDataDownloadTimeoutInSeconds"),
            (
                "'ContainerStartupHealthCheckTimeoutInSeconds': {'Fn::If': ['C', 600, 30]}",
                "ContainerStartupHealthCheckTimeoutInSeconds"
            ),
        ] { #expect(said(bad) == ["request-number-out-of-range \(member)"], "\(bad)") }
    }

    @Test func readsLongTextsInLinearTime() {
        let pieces = String(repeating: "'a', ", count: 50_000)
        #expect(source("{'Fn::Join': ['', ['s3://mybucket/', \(pieces)'/']]}") == ["request-length-out-of-range S3Uri"])
    }
}
