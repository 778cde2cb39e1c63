import ModelArtifacts
import Testing

@testable import SageMakerModel

/// CloudFormation converts numbers and truth values from text; the API does not.
@Suite struct ConvertedTypeTests {
    private func rules(_ type: String, _ properties: String) -> [String] {
        RequestCase.findings(
            "{'Resources': {'R': {'Type': 'AWS::SageMaker::\(type)', 'Properties': {\(properties)}}}}"
        ).map(\.rule)
    }

    private func component(_ count: String, cores: String = "1") -> String {
        "'EndpointName': 'e', 'Specification': {'ModelName': 'm', 'ComputeResourceRequirements': {'MinMemoryRequiredInMb': 1024, 'NumberOfCpuCoresRequired': \(cores)}}, 'RuntimeConfig': {'CopyCount': \(count)}"
    }

    private func model(_ isolation: String) -> String {
        "'PrimaryContainer': \(Piece.container), \(Piece.role), 'EnableNetworkIsolation': \(isolation)"
    }

    private static func joined(_ text: String) -> String { "{'Fn::Join': ['', ['\(text)', {'Ref': 'N'}]]}" }

    @Test(arguments: ["2", "'2'", "'2.0'", joined("1"), joined("-1.5e+0E"), "{'Ref': 'N'}"])
    func takesNumbers(_ count: String) { #expect(rules("InferenceComponent", component(count)) == []) }

    @Test(arguments: ["2.5", "'2.5'", "'two'", "true", joined("x")])
    func takesNothingElseForANumber(_ count: String) {
        #expect(rules("InferenceComponent", component(count)) == ["request-wrong-type"])
    }

    @Test(arguments: ["0.5", "'0.5'"]) func takesFractions(_ cores: String) {
        #expect(rules("InferenceComponent", component("1", cores: cores)) == [])
    }

    @Test(arguments: ["true", "'true'", "'false'", joined("t"), joined("fal")])
    func takesTruthValues(_ isolation: String) { #expect(rules("Model", model(isolation)) == []) }

    @Test(arguments: ["'yes'", "1", joined("x")]) func takesNothingElseForATruthValue(_ isolation: String) {
        #expect(rules("Model", model(isolation)) == ["request-wrong-type"])
    }

    /// What CloudFormation makes of a number or a truth value is held against what the member takes.
    @Test(
        arguments: [
            ("'ModelName': 15", []), ("'ModelName': 1.5", ["request-pattern-mismatch"]), ("'ModelName': true", []),
            ("'ModelName': 1e3", []), ("'InferenceExecutionConfig': {'Mode': true}", ["request-unknown-value"]),
            ("'InferenceExecutionConfig': {'Mode': 1}", ["request-unknown-value"]),
            ("'Tags': [{'Key': 'a', 'Value': 1}, {'Key': 'b', 'Value': false}]", []),
        ] as [(String, [String])]) func textsOfNumbersAndTruthValues(_ member: String, _ expected: [String])
    {
        #expect(rules("Model", "'PrimaryContainer': \(Piece.container), \(Piece.role), \(member)") == expected)
    }

    @Test func truthValuesOfYAML() throws {
        let findings = { (setting: String) in
            RequestInspector().inspect(
                Array(
                    """
                    Resources:
                      M:
                        Type: AWS::SageMaker::Model
                        Properties:
                          ExecutionRoleArn: arn:aws:iam::123456789012:role/r
                          PrimaryContainer:
                            Image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1
                            Environment: {DEBUG: On, PORT: 8080}
                            Mode: MultiModel
                            ModelDataUrl: s3://mybucket/m/
                            MultiModelConfig: {ModelCacheSetting: \(setting)}
                    """.utf8), name: "t.yaml"
            ).findings
        }
        let finding = try #require(findings("On").first)
        #expect(finding.message == "true is not Enabled or Disabled")
        #expect(finding.help.hasPrefix("write Enabled or Disabled; without quotes, On"))
        #expect(findings("Enabled").isEmpty)
    }

    @Test func aRequestIsNotConverted() {
        for text in [
            Piece.component("'RuntimeConfig': {'CopyCount': '2'}"),
            Piece.request("{}", ", 'EnableNetworkIsolation': 'true'"),
        ] {
            #expect(RequestCase.findings(text).map(\.rule) == ["request-wrong-type"])
        }
    }

    /// What Step Functions puts together is a text, whatever stands in it.
    @Test func aStateMachineDoesNotConvert() {
        let task = { (call: String, parameters: String) in
            let state =
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::aws-sdk:sagemaker:\(call)', 'Parameters': {\(parameters)}}"
            return RequestCase.findings("{'StartAt': 'P', 'States': {'P': \(state)}}").map(\.rule)
        }
        let model = "'ModelName': 'm', 'PrimaryContainer': \(Piece.container), \(Piece.role)"
        let format = { (text: String) in "'States.Format(\\u0027\(text)\\u0027, $.n)'" }
        #expect(task("createModel", model) == [])
        #expect(
            task("createModel", "\(model), 'EnableNetworkIsolation.$': \(format("t{}"))") == ["request-wrong-type"])
        let specification =
            "'Specification': {'ModelName': 'm', 'ComputeResourceRequirements': {'MinMemoryRequiredInMb': 1024, 'NumberOfCpuCoresRequired': 1}}"
        let component = "'InferenceComponentName': 'c', 'EndpointName': 'e', 'VariantName': 'v', \(specification)"
        #expect(task("createInferenceComponent", component) == [])
        #expect(
            task("createInferenceComponent", "\(component), 'RuntimeConfig': {'CopyCount.$': \(format("1{}"))}")
                == ["request-wrong-type"])
    }
}
