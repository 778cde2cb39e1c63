import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Documents that stand as text in others: what is wrong with the texts themselves, and where in the file that is.
@Suite struct EmbeddedDocumentTests {
    private func report(_ text: String, _ name: ByteString = "t.yaml") -> RequestReport {
        RequestInspector().inspect(Array(text.utf8), name: name)
    }

    /// The findings, as `rule line:column`.
    private func said(_ text: String, _ name: ByteString = "t.yaml") -> [String] {
        report(text, name).findings.map { "\($0.rule) \($0.location.line ?? 0):\($0.location.column ?? 0)" }
    }

    /// Where a word stands in a text, as `line:column`.
    private func place(of word: String, in text: String, after earlier: String = "") -> String {
        let start = earlier.isEmpty ? text.startIndex : text.firstRange(of: earlier)?.upperBound ?? text.endIndex
        guard let range = text[start...].firstRange(of: word) else { return "nowhere" }
        let lines = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
        return "\(lines.count):\((lines.last?.utf8.count ?? 0) + 1)"
    }

    private static let head = """
        # A template.
        Resources:
          S:
            Type: AWS::StepFunctions::StateMachine
            Properties:

        """

    private static let task = """
                {"StartAt": "M", "States": {"M": {"Type": "Task", "End": true,

                  "TimeoutSeconds": ${T}, "Resource": "arn:${AWS::Partition}:states:::sagemaker:createModel",
                  "Parameters": {"ExecutionRoleArn": "${R}${S}",   "ModelName": "é ${!N}_${N}", "PrimaryContainer": {
                     "Image": "{{resolve:ssm:i}}",  "Modes": "x"}}}}}
        """

    private static func template(_ property: String) -> String { head + "      \(property)\n\(task)\n" }

    /// Names and values stand where they are in the file, whatever was filled in before them in their line.
    @Test(arguments: [
        "DefinitionString: !Sub |", "DefinitionString: !Sub |-", "DefinitionString: !Sub |  # comment",
        "DefinitionString:\n       Fn::Sub: |+", "DefinitionString: !Sub\n        |2",
    ])
    func literalBlocksHaveTrueColumns(_ property: String) {
        let text = Self.template(property)
        let places = [
            "request-pattern-mismatch \(place(of: "\"é", in: text))",
            "request-unknown-member \(place(of: "\"Modes", in: text))",
        ]
        #expect(said(text) == places, "\(property)")
        // Lines may end with CR LF, and begin with a byte order mark.
        let carriage = text.replacing("\n", with: "\r\n")
        #expect(said(carriage) == places)
        #expect(said("\u{FEFF}" + text).filter { !$0.hasPrefix("request-byte-order-mark") } == places)
    }

    /// The offset leads to the same byte as line and column.
    @Test func offsetsAreThoseOfTheFile() throws {
        let text = Self.template("DefinitionString: !Sub |")
        for finding in report(text).findings {
            let offset = Int(try #require(finding.byteOffset))
            let before = Array(text.utf8)[..<offset]
            let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            #expect(finding.location.line == lines.count && finding.location.column == (lines.last?.count ?? 0) + 1)
        }
    }

    /// What is substituted from `DefinitionSubstitutions` moves nothing, however long it is.
    @Test(arguments: ["a", String(repeating: "long-", count: 40) + "a"])
    func substitutionsMoveNothing(_ value: String) {
        let text =
            Self.head + """
                      DefinitionSubstitutions: {A: \(value), B: "{}"}
                      DefinitionString: |
                        {"States": {"M": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "Parameters": {
                           "Comment": "${A}${A}", "ModelName": "x_${A}", "ExecutionRoleArn.$": "$.r", "PrimaryContainer": ${B}}}}}
                """
        let found = said(text)
        #expect(found.contains("request-pattern-mismatch \(place(of: "\"x_", in: text))"), "\(found)")
        #expect(found.contains("request-unknown-member \(place(of: "\"Comment", in: text))"), "\(found)")
    }

    /// In other texts a place is where the text begins: their escapes and folds are gone when they are read.
    @Test func otherTextsAreOnePlace() {
        for property in ["DefinitionString: !Sub >", "DefinitionString: !Sub >-"] {
            let text = Self.template(property)
            let start = place(of: "!Sub", in: text)
            #expect(said(text) == ["request-pattern-mismatch \(start)", "request-unknown-member \(start)"])
        }
    }

    private static let twice = """
        {"States": {}, "States": {"M": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel",
          "Parameters": {"ModelName": "m", "ModelName": "n", "ExecutionRoleArn.$": "$.r",
            "PrimaryContainer": {"Image.$": "$.i"}}}}}
        """

    /// A name that is there twice in a text is told as in the document itself.
    @Test func namesInTextsAreThereOnce() {
        let indented = Self.twice.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n")
        let template = Self.head + "      DefinitionString: |\n\(indented)\n"
        #expect(
            said(template) == [
                "request-duplicate-member \(place(of: "\"ModelName", in: template, after: "\"ModelName"))",
                "request-duplicate-member \(place(of: "\"States", in: template, after: "\"States"))",
            ])
        let paths = report(template).findings.compactMap(\.location.jsonPath)
        let definition = "Resources.S.Properties.DefinitionString"
        #expect(paths == [definition + ".States.M.Parameters.ModelName", definition + ".States"])
        let text = JSONValue.string(Self.twice).compactJSON
        let pipeline = JSONValue.string(#"{"Steps": [], "Steps": []}"#).compactJSON
        let event = JSONValue.string(#"{"eventName": "x", "eventName": "DeleteModel", "eventSource": "s"}"#).compactJSON
        for (document, count) in [
            (
                #"{"Resources": {"S": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": \#(text)}}}}"#,
                2
            ),
            (
                #"{"Resources": {"P": {"Type": "AWS::SageMaker::Pipeline", "Properties": {"PipelineDefinition": {"PipelineDefinitionBody": \#(pipeline)}}}}}"#,
                1
            ),
            (
                #"{"terraform_version": "1.9.5", "resource_changes": [{"address": "a.b", "mode": "managed", "type": "aws_sfn_state_machine", "change": {"after": {"definition": \#(text)}}}]}"#,
                2
            ),
            (
                #"{"terraform_version": "1.9.5", "resource_changes": [{"address": "a.b", "mode": "managed", "type": "aws_sagemaker_pipeline", "change": {"after": {"pipeline_definition": \#(pipeline)}}}]}"#,
                1
            ),
            (#"{"name": "s", "roleArn": "r", "definition": \#(text)}"#, 2),
            (#"{"PipelineName": "p", "PipelineDefinition": \#(pipeline)}"#, 1),
            (#"{"Events": [{"CloudTrailEvent": \#(event)}]}"#, 1),
        ] {
            let found = report(document, "t.json").findings.filter { $0.rule == "request-duplicate-member" }
            #expect(found.count == count, "\(document)")
        }
        // Two variants of a template have the same text, and names that are not known may be any.
        let either = template.replacing(
            "DefinitionString:", with: "TracingConfiguration: !If [C, a, b]\n      DefinitionString:")
        #expect(said(either).count == 2)
        #expect(
            said(
                template.replacing("DefinitionString: |", with: "DefinitionString: !Sub |")
                    .replacing("\"ModelName\": \"n\"", with: "\"${X}\": 1").replacing(
                        "\"States\": {},", with: "\"${Y}\": 1,")
            ).isEmpty)
    }

    /// A text that is no JSON is an error where it breaks, wherever it stands.
    @Test func textsThatAreNoJSON() throws {
        let block =
            Self.head + """
                      DefinitionString: |
                        {"StartAt": "M",
                          "States": {"M": {"Type": "Task",}}}

                """
        #expect(said(block) == ["request-malformed-definition \(place(of: "}}}", in: block))"])
        for document in [
            #"{"Resources": {"S": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{'a': 1}"}}}}"#,
            #"{"terraform_version": "1.9.5", "resource_changes": [{"address": "a.b", "mode": "managed", "type": "aws_sfn_state_machine", "change": {"after": {"definition": "{"}}}]}"#,
            #"{"name": "s", "roleArn": "r", "definition": "StartAt: M"}"#,
            #"{"PipelineName": "p", "PipelineDefinition": "file://pipeline.json"}"#,
            #"{"Events": [{"CloudTrailEvent": "{"}]}"#,
        ] {
            #expect(report(document, "t.json").findings.map(\.rule) == ["request-malformed-definition"], "\(document)")
        }
        let text = #"{"PipelineName": "p", "PipelineDefinition": "{\"Steps\":\n [1 2]}"}"#
        let finding = try #require(report(text, "t.json").findings.first)
        #expect(finding.message.hasSuffix("(line 2, column 5 of the text)"), "\(finding.message)")
        #expect(finding.location.jsonPath == "PipelineDefinition")
        // Beside a model it is said as well.
        let beside =
            block
            + "  M: {Type: AWS::SageMaker::Model, Properties: {ExecutionRoleArn: !Ref R, PrimaryContainer: {Image: !Ref I}}}\n"
        #expect(report(beside).findings.map(\.rule) == ["request-malformed-definition"])
    }

    /// Lines that only look like references, or never end, take no longer than others.
    @Test func hostileLinesAreBounded() {
        for piece in ["${", "{{resolve:", "${A}", "${A", "a$", "\"${A}\","] {
            let line = String(repeating: piece, count: 100_000 / piece.utf8.count)
            let text = Self.head + "      DefinitionString: !Sub |\n        {\"a\": \"\(line)\"}\n"
            #expect(report(text).findings.count <= 2)
        }
    }
}
