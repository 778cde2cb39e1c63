import ModelArtifacts
import Testing

@testable import SageMakerModel

/// State machines and pipelines inside CloudFormation and Terraform: what is found in their definitions, and where.
@Suite struct TemplateDefinitionTests {
    private func report(_ text: String, _ name: ByteString = "t.yaml") -> RequestReport {
        RequestInspector().inspect(Array(text.utf8), name: name)
    }

    /// The findings, as `rule line path`.
    private func said(_ text: String, _ name: ByteString = "t.yaml") -> [String] {
        report(text, name).findings.map { "\($0.rule) \($0.location.line ?? 0) \($0.location.jsonPath ?? "")" }
    }

    private static let parameters = #"""
        "ModelName": "a_b", "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r", "PrimaryContainer": {"Image.$": "$.image"}
        """#

    /// A template with a state machine; the lines are those of its properties.
    private func machine(_ lines: String) -> String {
        let indented = lines.split(separator: "\n", omittingEmptySubsequences: false).map { "      \($0)\n" }.joined()
        return """
            Resources:
              S:
                Type: AWS::StepFunctions::StateMachine
                Properties:
            \(indented)
            """
    }

    @Test func literalBlocksHaveTheirOwnLines() {
        let task = """
                  {"StartAt": "M", "States": {"M": {"Type": "Task", "End": true,
                    "Resource": "arn:${AWS::Partition}:states:::sagemaker:createModel",
                    "Parameters": {
                      \(Self.parameters)}}}}
            """
        let path = "Resources.S.Properties.DefinitionString.States.M.Parameters.ModelName"
        let expected = ["request-pattern-mismatch 9 \(path)"]
        #expect(said(machine("DefinitionString: !Sub |\n\(task)")) == expected)
        #expect(
            said(machine("DefinitionString: !Sub\n  - |\n\(task)\n  - {A: b}")) == [
                "request-pattern-mismatch 10 \(path)"
            ])
        let known = task.replacing("${AWS::Partition}", with: "aws")
        #expect(said(machine("DefinitionString: |\n\(known)")) == expected)
        #expect(said(machine("DefinitionString:\n  Fn::Sub: |\n\(task)")) == ["request-pattern-mismatch 10 \(path)"])
        // Others are where the text begins.
        #expect(said(machine("DefinitionString: !Sub >\n\(task)")) == ["request-pattern-mismatch 5 \(path)"])
        #expect(said(machine("DefinitionString: !Sub |\n\(task.replacing("a_b", with: "a-b"))")).isEmpty)
        #expect(report(machine("DefinitionString: |\n\(known)")).kind == .cloudFormation)
        #expect(report(machine("DefinitionString: |\n\(known)")).operation == "CreateModel")
    }

    /// A definition is text in a request once, and not again in itself, however often that is said.
    @Test func definitionsHoldNoDefinitions() {
        let machine = """
            {"States": {"M": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::sagemaker:createModel",
            "Parameters": {\(Self.parameters)}}}}
            """
        func asText(_ text: String, _ member: String) -> String {
            let escaped = text.replacing("\n", with: " ").replacing("\\", with: "\\u005c").replacing(
                "\"", with: "\\u0022")
            return "{\"\(member)\":\"\(escaped)\"}"
        }
        #expect(report(asText(machine, "definition"), "t.json").operation == "CreateModel")
        #expect(report(asText(asText(machine, "definition"), "definition"), "t.json").operation == nil)
        var deep = machine
        for _ in 0..<100 { deep = asText(deep, "definition") }
        #expect(report(deep, "t.json").operation == nil)
    }

    /// Values that a definition names often make it no longer than definitions may be.
    @Test func substitutionsAreBounded() {
        let pieces = Array(repeating: #""${A}x", {"Ref": "P"}"#, count: 2000).joined(separator: ", ")
        let template = """
            {"Resources": {"S": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
            "DefinitionSubstitutions": {"A": "\(String(repeating: "a", count: 500_000))"},
            "DefinitionString": {"Fn::Join": ["", [\(pieces)]]}}}}}
            """
        #expect(report(template, "t.json").operation == nil)
    }

    /// What functions leave open in a definition that is an object is filled in too.
    @Test func fillsInWhatFunctionsLeaveOpen() {
        let template = #"""
            {"Resources": {"S": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
            "DefinitionSubstitutions": {"B": "bkt"},
            "Definition": {"States": {"M": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::sagemaker:createModel",
            "Parameters": {"ModelName": "a-b", "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r",
            "PrimaryContainer": {"Image.$": "$.image", "ModelDataUrl": {"Fn::Sub": "s3://${!B}/${AWS::Region}/m.tar.gz"}}}}}}}}}}
            """#
        #expect(said(template, "t.json").isEmpty)
    }

    /// The CDK joins a definition from pieces, with references between them, also in the place of numbers and names.
    @Test func readsWhatTheCDKJoins() {
        let template = #"""
            {"Resources": {"S": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Fn::Join": ["", [
              "{\"StartAt\":\"M\",\"States\":{\"M\":{\"End\":true,\"Type\":\"Task\",\"TimeoutSeconds\":", {"Ref": "T"},
              ",\"Resource\":\"arn:", {"Ref": "AWS::Partition"}, ":states:::aws-sdk:sagemaker:createModel\",\"Parameters\":{\"ModelName\":\"NAME",
              {"Ref": "N"}, "\",\"ExecutionRoleArn\":\"", {"Fn::GetAtt": ["R", "Arn"]}, "\",\"PrimaryContainer\":{\"Image\":\"",
              {"Ref": "I"}, "\",\"Environment\":{\"", {"Ref": "K"}, "\":\"v\"},\"ModelDataSource\":{\"S3DataSource\":{\"S3Uri\":\"s3://",
              {"Ref": "B"}, "/llm\",\"S3DataType\":\"S3Prefix\",\"CompressionType\":\"None\"}}}}}}}"
            ]]}}}}}
            """#
        let path = "Resources.S.Properties.DefinitionString.States.M.Parameters"
        let source = "\(path).PrimaryContainer.ModelDataSource.S3DataSource.S3Uri"
        // Each piece has a place of its own.
        #expect(said(template.replacing("NAME", with: "a"), "t.json") == ["prefix-without-slash 5 \(source)"])
        #expect(
            Set(said(template.replacing("NAME", with: "a_"), "t.json")) == [
                "prefix-without-slash 5 \(source)", "request-pattern-mismatch 3 \(path).ModelName",
            ])
        #expect(said(template.replacing("NAME", with: "a").replacing("/llm", with: "/llm/"), "t.json").isEmpty)
    }

    /// Definitions as objects, with functions and substitutions in them.
    @Test func readsDefinitionsAsObjects() {
        let definition = """
            Definition:
              StartAt: M
              States:
                M:
                  Type: Task
                  End: true
                  Resource: !Sub arn:${AWS::Partition}:states:::sagemaker:createModel
                  Parameters:
                    ModelName: ${Name}-llm
                    ExecutionRoleArn: !GetAtt R.Arn
                    PrimaryContainer:
                      Image: !Ref Image
                      ModelDataUrl.$: States.Format('s3://{}/m.pkl', $.bucket)
            DefinitionSubstitutions:
              Name: NAME
            """
        let parameters = "Resources.S.Properties.Definition.States.M.Parameters"
        let url = "create-model-data-url-not-tar-gz 17 \(parameters).PrimaryContainer[\"ModelDataUrl.$\"]"
        #expect(said(machine(definition)) == [url])
        #expect(
            said(machine(definition.replacing("NAME", with: "'my_'")))
                == [url, "request-pattern-mismatch 13 \(parameters).ModelName"])
        #expect(
            said(machine(definition.replacing("NAME", with: "!Ref Stack").replacing(".pkl", with: ".tar.gz"))).isEmpty)
        let serverless = machine(definition).replacing("AWS::StepFunctions::", with: "AWS::Serverless::")
        #expect(said(serverless) == [url])
        // A text gets its substitutions too.
        let text = """
            DefinitionString: |
              {"StartAt": "M", "States": {"M": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel",
              "Parameters": {"ModelName": "${Name}", "ExecutionRoleArn.$": "$.r", "PrimaryContainer": {"Image.$": "$.i"}}}}}
            DefinitionSubstitutions: {Name: NAME}
            """
        let name = "request-pattern-mismatch 7 Resources.S.Properties.DefinitionString.States.M.Parameters.ModelName"
        #expect(said(machine(text.replacing("NAME", with: "a_b"))) == [name])
        #expect(said(machine(text.replacing("NAME", with: "!Sub '${X}_'"))) == [name])
        #expect(said(machine(text.replacing("NAME", with: "!Ref X"))).isEmpty)
        // Expressions that a template puts together.
        let jsonata = definition.replacing("${Name}-llm", with: "\"{% $states.input.${Name} %}\"")
            .replacing("Parameters:", with: "Arguments:").replacing(
                "ModelDataUrl.$: States", with: "ModelDataUrl: '{% $x %}' #")
        #expect(said(machine(jsonata.replacing("Name: NAME", with: "Name: name"))).isEmpty)
        let paths = definition.replacing("ModelName: ${Name}-llm", with: "ModelName.$: !Sub '$.${Name}'")
        #expect(said(machine(paths)) == [url])
    }

    @Test func readsPipelines() {
        let template = """
            Resources:
              P:
                Type: AWS::SageMaker::Pipeline
                Properties:
                  PipelineName: p
                  RoleArn: !GetAtt R.Arn
                  PipelineDefinition:
                    PipelineDefinitionBody: !Sub |
                      {"Version": "2020-12-01", "Steps": [{"Name": "M", "Type": "Model", "Arguments": {
                        "ExecutionRoleArn": "${R.Arn}",
                        "PrimaryContainer": {"Image": {"Get": "Parameters.Image"},
                          "ModelDataUrl": "s3://${Bucket}/m.pkl"}}}]}
            """
        let path = "Resources.P.Properties.PipelineDefinition.PipelineDefinitionBody.Steps[0].Arguments"
        #expect(said(template) == ["create-model-data-url-not-tar-gz 12 \(path).PrimaryContainer.ModelDataUrl"])
        #expect(said(template.replacing(".pkl", with: ".tar.gz")).isEmpty)
        let elsewhere =
            String(template.split(separator: "PipelineDefinitionBody")[0])
            + "PipelineDefinitionS3Location: {Bucket: b, Key: k}\n"
        #expect(said(elsewhere) == ["request-no-model 2 Resources"])
        let other = { (body: String) in
            elsewhere.replacing(
                "PipelineDefinitionS3Location: {Bucket: b, Key: k}", with: "PipelineDefinitionBody: \(body)")
        }
        // A definition that only another program knows makes nothing.
        for body in ["!Ref Body", "12", "!Sub '${A} ${B}'"] {
            #expect(said(other(body)) == ["request-no-model 2 Resources"], "\(body)")
        }
        // One that is none is said to be none, unless what is not known may mend it.
        let none = "request-malformed-definition 8 Resources.P.Properties.PipelineDefinition.PipelineDefinitionBody"
        for body in ["'{'", "'[]'", "x", "'{} {}'"] { #expect(said(other(body)) == [none], "\(body)") }
        #expect(Set(said(other("!Sub '${A}{${B}'"))) == [none, "request-no-model 2 Resources"])
        #expect(report(other("!Sub '${A}{${B}'")).notes == 1 && report(other("'{'")).errors == 1)
    }

    /// Each branch of a condition is a definition of its own.
    @Test func readsEachBranchOfACondition() {
        let body = { (name: String) in
            #"{"StartAt": "M", "States": {"M": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "#
                + #""Parameters": {"ModelName": "\#(name)", "ExecutionRoleArn.$": "$.r", "PrimaryContainer": {"Image.$": "$.i", "Modes": "x"}}}}}"#
        }
        let path = "Resources.S.Properties.DefinitionString.States.M.Parameters"
        let either = machine("DefinitionString: !If [C, '\(body("a_b"))', '\(body("a-b"))']")
        #expect(
            said(either) == [
                "request-pattern-mismatch 5 \(path).ModelName",
                "request-unknown-member 5 \(path).PrimaryContainer.Modes",
                "request-unknown-member 5 \(path).PrimaryContainer.Modes",
            ])
        // What has no part in the condition is said once.
        let beside = machine(
            "DefinitionString: '\(body("a_b"))'\nTracingConfiguration: {Enabled: !If [C, true, false]}")
        #expect(
            said(beside) == [
                "request-pattern-mismatch 5 \(path).ModelName",
                "request-unknown-member 5 \(path).PrimaryContainer.Modes",
            ])
    }

    /// Rules that hold for resources of CloudFormation do not hold for the requests of a workflow, and the other way.
    @Test func requestsOfWorkflowsAreThoseOfTheAPI() {
        let task = { (members: String) in
            """
            {"StartAt": "M", "States": {"M": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "Parameters": {
              "ModelName": "m", "ExecutionRoleArn.$": "$.r", "PrimaryContainer": {"Image.$": "$.i"}\(members)}}}}
            """
        }
        let definition = { (members: String) in
            machine(
                "DefinitionString: |\n" + task(members).split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
            )
        }
        let path = "Resources.S.Properties.DefinitionString.States.M.Parameters"
        #expect(said(definition("")).isEmpty)
        #expect(
            said(definition(", \"EnableNetworkIsolation\": \"true\""))
                == ["request-wrong-type 7 \(path).EnableNetworkIsolation"])
        let model =
            "  M:\n    Type: AWS::SageMaker::Model\n    Properties: {ExecutionRoleArn: !Ref R, PrimaryContainer: {Image: !Ref I}, EnableNetworkIsolation: 'true'}\n"
        #expect(said(definition("") + model).isEmpty)
    }

    @Test func readsWorkflowsOfTerraform() {
        let machine =
            #"{\"States\": {\"M\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sagemaker:createModel\", \"Parameters\": {\"ModelName\": \"a_b\", \"ExecutionRoleArn.$\": \"$.r\", \"PrimaryContainer\": {\"Image.$\": \"$.i\"}}}}}"#
        let pipeline =
            #"{\"Steps\": [{\"Name\": \"M\", \"Type\": \"Model\", \"Arguments\": {\"ExecutionRoleArn\": {\"Get\": \"Parameters.R\"}, \"PrimaryContainer\": {\"Image\": {\"Get\": \"Parameters.I\"}, \"Modes\": \"x\"}}}]}"#
        let plan = """
            {"format_version": "1.2", "terraform_version": "1.9.5", "planned_values": {}, "resource_changes": [
              {"address": "aws_sfn_state_machine.s", "mode": "managed", "type": "aws_sfn_state_machine", "change": {
                "after": {"definition": "\(machine)"}, "after_unknown": {}}},
              {"address": "aws_sagemaker_pipeline.p", "mode": "managed", "type": "aws_sagemaker_pipeline", "change": {
                "after": {"pipeline_definition": "\(pipeline)"}, "after_unknown": {}}}]}
            """
        #expect(
            Set(said(plan, "p.json")) == [
                "request-pattern-mismatch 3 aws_sfn_state_machine.s.definition.States.M.Parameters.ModelName",
                "request-unknown-member 5 aws_sagemaker_pipeline.p.pipeline_definition.Steps[0].Arguments.PrimaryContainer.Modes",
            ])
    }

    /// Requests and answers of the services, which hold a definition as text.
    @Test func readsDefinitionsInAnswers() {
        let pipeline =
            #"{\"Steps\": [{\"Name\": \"M\", \"Type\": \"Model\", \"Arguments\": {\"ExecutionRoleArn\": {\"Get\": \"Parameters.R\"}, \"PrimaryContainer\": {\"Image\": {\"Get\": \"Parameters.I\"}, \"Modes\": \"x\"}}}]}"#
        let answer = "{\"PipelineName\": \"p\",\n\"PipelineDefinition\": \"\(pipeline)\"}"
        #expect(
            said(answer, "p.json") == [
                "request-unknown-member 2 PipelineDefinition.Steps[0].Arguments.PrimaryContainer.Modes"
            ])
        let machine =
            #"{\"States\": {\"M\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sagemaker:createModel\", \"Parameters\": {\"ModelName\": \"a_b\", \"ExecutionRoleArn.$\": \"$.r\", \"PrimaryContainer\": {\"Image.$\": \"$.i\"}}}}}"#
        let described = "{\"name\": \"s\", \"roleArn\": \"r\", \"definition\": \"\(machine)\"}"
        #expect(said(described, "s.json") == ["request-pattern-mismatch 1 definition.States.M.Parameters.ModelName"])
        #expect(report(described, "s.json").kind == .stepFunctions && report(answer, "p.json").kind == .pipeline)
    }

    /// Definitions that many references make large take no more room than a document may have.
    @Test func largeDefinitionsAreBounded() {
        let word = String(repeating: "x", count: 4000)
        let pieces = Array(repeating: #"{"Fn::FindInMap": ["A", "b", "c"]}"#, count: 200).joined(separator: ",")
        let state =
            #"{"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Fn::Join": ["", [\#(pieces)]]}}}"#
        let states = (0..<30).map { "\"S\($0)\": \(state)" }.joined(separator: ",")
        let template = #"{"Mappings": {"A": {"b": {"c": "\#(word)"}}}, "Resources": {\#(states)}}"#
        // A text of which more is known than there is room for is passed over.
        let malformed = "request-malformed-definition 1 Resources.S"
        #expect(
            said(template, "t.json").allSatisfy { $0.hasPrefix(malformed) } && report(template, "t.json").errors < 30)
    }

    /// A resource of the CDK, whose function makes a call of the SDK.
    private func customResource(_ type: String, _ call: String) -> String {
        #"""
        {"Resources": {"C": {"Type": "\#(type)", "Properties": {"ServiceToken": {"Fn::GetAtt": ["F", "Arn"]},
        "Create": \#(call), "InstallLatestAwsSdk": true}}}}
        """#
    }

    @Test func readsCallsOfCustomResources() {
        let call = { (service: String, action: String, name: String) in
            #""{\"service\":\"\#(service)\",\"action\":\"\#(action)\",\"parameters\":{\"ModelName\":\"\#(name)\",\"EnableNetworkIsolation\":\"TRUE:BOOLEAN\",\"ExecutionRoleArn\":\"PHYSICAL:RESOURCEID:\",\"PrimaryContainer\":{\"Image\":\"123456789012.dkr.ecr.us-east-1.amazonaws.com/i:1\"}}}""#
        }
        let expected = ["request-pattern-mismatch 2 Resources.C.Properties.Create.parameters.ModelName"]
        for (service, action) in [
            ("SageMaker", "createModel"), ("sagemaker", "CreateModelCommand"),
            ("@aws-sdk/client-sagemaker", "CreateModel"),
        ] {
            #expect(said(customResource("Custom::AWS", call(service, action, "a_b")), "t.json") == expected)
            #expect(said(customResource("Custom::AWS", call(service, action, "a-b")), "t.json").isEmpty)
        }
        #expect(said(customResource("Custom::Model", call("SageMaker", "createModel", "a_b")), "t.json") == expected)
        let joined =
            #"{"Fn::Join": ["", ["{\"service\":\"SageMaker\",\"action\":\"createModel\",\"parameters\":{\"ModelName\":\"a_b\",\"ExecutionRoleArn\":\"", {"Fn::GetAtt": ["R", "Arn"]}, "\",\"PrimaryContainer\":{\"ModelPackageName\":\"p\"}}}"]]}"#
        #expect(said(customResource("Custom::AWS", joined), "t.json") == expected)
        let object =
            #"{"service": "SageMaker", "action": "createModel", "parameters": {"ModelName": "a_b", "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r", "PrimaryContainer": {"ModelPackageName": "p"}}}"#
        #expect(said(customResource("Custom::AWS", object), "t.json") == expected)
        // Whatever else such resources hold is theirs.
        for other in [
            call("SageMaker", "deleteModel", "a_b"), call("S3", "createModel", "a_b"), #""not JSON""#, #""[1]""#,
            #"{"a": 1}"#,
            #""{\"service\":\"SageMaker\",\"action\":\"createModel\"}""#,
        ] {
            #expect(
                Set(report(customResource("Custom::Other", other), "t.json").findings.map(\.rule)) == [
                    "request-no-model"
                ])
        }
    }
}
