import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What is known of values that CloudFormation computes, in templates as people and the CDK write them.
@Suite struct CloudFormationTests {
    /// The findings on the model of a template, as `rule member`.
    private func findings(_ properties: String, beside others: String = "") -> Set<String> {
        let template = "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(properties)}}\(others)}}"
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
        #expect(source("{'Fn::ImportValue': 'uri'}").isEmpty && source("{'Fn::Select': [0, ['s3://b/m']]}").isEmpty)
    }

    @Test func knowsGatedModelsByTheirBucket() {
        let uri = "{'Fn::Sub': 's3://jumpstart-private-cache-prod-${AWS::Region}/meta/llama/'}"
        #expect(source(uri) == ["create-model-eula-missing ModelAccessConfig"])
        #expect(source(uri, more: ", 'ModelAccessConfig': {'AcceptEula': 'true'}").isEmpty)
        #expect(source("{'Fn::Sub': 's3://jumpstart-cache-prod-${AWS::Region}/flan/'}").isEmpty)
    }

    @Test func knowsTheEndsOfArchives() {
        let url = { (value: String) in container("'ModelDataUrl': \(value)") }
        let notTarGzip: Set<String> = ["create-model-data-url-not-tar-gz ModelDataUrl"]
        #expect(url("{'Fn::Sub': 's3://${Bucket}/model.pkl'}") == notTarGzip)
        #expect(url("{'Fn::Sub': 's3://${Bucket}/'}") == notTarGzip)
        #expect(url("{'Fn::Sub': 's3://${Bucket}/${Key}.gz'}").isEmpty)
        #expect(url("{'Fn::Sub': 's3://${Bucket}/${Key}'}").isEmpty)
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
        #expect(!container(either).contains("create-model-no-container "))
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
        #expect(container("'Environment': {'Fn::Transform': {'Name': 'M'}, '9': 'c'}").isEmpty)
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

    /// The models of a loop are read as one, in which nobody knows the variable.
    @Test func readsTheModelsOfLoops() {
        let said = { (uri: String, name: String) in
            let text = """
                {'Transform': 'AWS::LanguageExtensions', 'Resources': {'Fn::ForEach::Models': ['Name', ['A', 'B'], {'M${Name}': {
                  'Type': 'AWS::SageMaker::Model', 'Properties': {'ModelName': '\(name)',
                  'ExecutionRoleArn': 'arn:aws:iam::123456789012:role/r', 'PrimaryContainer': {\(Self.image),
                  'ModelDataUrl': \(uri)}}}}]}}
                """
            return RequestInspector().inspect(Array(text.replacing("'", with: "\"").utf8), name: "t.json").findings
                .map { "\($0.rule) \($0.location.jsonPath ?? "")" }
        }
        #expect(said("'s3://mybucket/${Name}.tar.gz'", "m-${Name}").isEmpty)
        #expect(said("{'Fn::Sub': 's3://mybucket/${Name}.tar.gz'}", "&{Name}").isEmpty)
        #expect(said("{'Ref': 'Name'}", "m").isEmpty)
        let path = #"Resources["Fn::ForEach::Models"][2]["M${Name}"].Properties"#
        #expect(
            said("'s3://mybucket/${Name}.pkl'", "m_${Name}").sorted() == [
                "create-model-data-url-not-tar-gz \(path).PrimaryContainer.ModelDataUrl",
                "request-pattern-mismatch \(path).ModelName",
            ])
    }

    @Test func readsLongTextsInLinearTime() {
        let pieces = String(repeating: "'a', ", count: 50_000)
        #expect(source("{'Fn::Join': ['', ['s3://mybucket/', \(pieces)'/']]}") == ["request-length-out-of-range S3Uri"])
    }
}
