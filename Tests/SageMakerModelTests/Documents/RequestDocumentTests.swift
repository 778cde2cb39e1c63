import ModelArtifacts
import Testing

@testable import SageMakerModel

@Suite struct RequestDocumentTests {
    private func report(_ text: String) -> RequestReport {
        RequestInspector().inspect(Array(text.replacing("'", with: "\"").utf8), name: "r.json")
    }

    @Test func tellsWhatADocumentIs() {
        let kinds: [(String, RequestKind)] = [
            ("{'ModelName': 'm', 'PrimaryContainer': {}}", .request), ("{}", .request),
            ("{'ModelName': 'm', 'PrimaryContainer': {}, 'CreationTime': 1}", .response),
            ("{'Image': 'i', 'Mode': 'SingleModel'}", .container), (Piece.source, .modelDataSource),
            ("{'ChannelName': 'a', 'S3DataSource': {}}", .additionalModelDataSource),
            (Piece.place("s3://mybucket/m/"), .s3DataSource), ("{'Resources': {}}", .cloudFormation),
            ("{'Type': 'AWS::SageMaker::Model', 'Properties': {}}", .cloudFormation), ("ModelName: m", .request),
        ]
        // Where all names are misspelled, what they are meant to be tells.
        #expect(report(#"{"model_data": "s3://b/x"}"#).kind == .container)
        for (text, kind) in kinds { #expect(report(text).kind == kind, "\(text)") }
    }

    @Test func takesAnEmptyObjectOfAnAnswerForNone() {
        let answer = Piece.request("{}", ", 'VpcConfig': {}, 'ModelArn': 'a'")
        #expect(report(answer).findings.map(\.rule) == ["request-response-member"])
        #expect(report(answer.replacing(", 'ModelArn': 'a'", with: "")).errors == 2)
    }

    @Test func doesNotCheckWhatCloudFormationComputes() {
        let template = """
            {'Resources': {'Model': {'Type': 'AWS::SageMaker::Model', 'DependsOn': 'X', 'Properties': {
              'ModelName': {'Fn::Sub': '${AWS::StackName}-m'}, 'ExecutionRoleArn': {'Fn::GetAtt': ['Role', 'Arn']},
              'EnableNetworkIsolation': 'true', 'VpcConfig': {'Ref': 'Vpc'},
              'Tags': [{'Key': 'a', 'Value': 7}, {'Key': {'Ref': 'K'}, 'Value': 'b'}],
              'PrimaryContainer': {'Mode': {'Ref': 'Mode'}, 'ModelDataUrl': 's3://mybucket/m/',
                'Image': '{{resolve:ssm:/image}}',
                'ModelDataSource': {'S3DataSource': {'S3Uri': {'Fn::Join': ['', {'Ref': 'Pieces'}]}, 'S3DataType': 'S3Prefix',
                  'CompressionType': {'Ref': 'C'}}}}}}}}
            """
        #expect(report(template).findings.map(\.rule) == ["create-model-data-url-and-source"])
    }

    @Test func checksEveryModelOfATemplate() {
        let model = { (type: String) in
            "{'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': {\(Piece.image), 'ModelDataSource': {'S3DataSource': {'S3Uri': 's3://mybucket/m/', 'S3DataType': '\(type)', 'CompressionType': 'None', 'ETag': 'x'}}}}}"
        }
        let findings = report("{'Resources': {'A': \(model("S3Prefix")), 'my.B': \(model("Prefix"))}}").findings
        let start = "Properties.PrimaryContainer.ModelDataSource.S3DataSource"
        #expect(
            Set(findings.map { $0.location.jsonPath }) == [
                "Resources.A.\(start).ETag", "Resources[\"my.B\"].\(start).ETag",
                "Resources[\"my.B\"].\(start).S3DataType",
            ])
        #expect(findings.contains { $0.help.contains("CloudFormation does not") })
    }

    @Test func boundsWhatItReads() {
        for (text, words) in [
            (String(repeating: "[", count: 100_000), "512 levels"),
            ("[" + String(repeating: "0,", count: 600_000), "500000 values"),
            ("{\"a\":\"\u{0}\"}", "control character"), (#"{"a":"\ud800"}"#, "surrogate"), ("", "empty"),
            ("{\"a\":1", "unexpected end"), ("{} {}", "unexpected text"), ("[}", "expected"),
        ] {
            let found = RequestInspector().inspect(Array(text.utf8), name: "r.json").findings
            #expect(found.map(\.rule) == ["request-malformed-document"])
            #expect(found.first?.message.contains(words) ?? false, "\(found)")
            #expect(found.first?.location.line != nil && found.first?.location.column != nil)
            #expect(found.first?.message.hasPrefix("r.json") == false)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let marked = RequestInspector().inspect(mark + Array(#" {"Mode":"SingleModel"}"#.utf8), name: "r")
        #expect(marked.findings.map(\.rule) == ["request-byte-order-mark"])
        // Three empty lines are as long as the mark.
        #expect(RequestInspector().inspect(Array("\n\n\n{\"Mode\":\"SingleModel\"}".utf8), name: "r").findings.isEmpty)
        let model =
            "{'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': \(Piece.container)}}"
        let template = mark + Array(model.replacing("'", with: "\"").utf8)
        #expect(RequestInspector().inspect(template, name: "r").findings.isEmpty)
        let utf16 = RequestInspector().inspect([0xFF, 0xFE, 0x7B, 0], name: "r").findings
        #expect(utf16.first?.message.contains("UTF-16") ?? false)
    }

    /// Long names inside one another take no more room than they have in the document: a path is cut.
    @Test func pathsDoNotGrowWithTheDepth() {
        let name = String(repeating: "n", count: 1_000)
        let levels = 400
        let inner =
            "{\"a\": 1, \"a\": 2, \"b\": ["
            + Array(repeating: "{\"c\": 0, \"c\": 0}", count: 2_000).joined(separator: ",") + "]}"
        let nested = String(repeating: "{\"\(name)\": ", count: levels) + inner + String(repeating: "}", count: levels)
        let text = "{\"ModelName\": \"m\", \"PrimaryContainer\": {\"Image\": \"i\"}, \"x\": \(nested)}"
        let report = RequestInspector().inspect(Array(text.utf8), name: "r.json")
        let found = report.findings.filter { $0.rule == "request-duplicate-member" }
        #expect(found.count == 1_000 && report.truncated.map(\.rule) == ["request-duplicate-member"])
        #expect(report.findings.allSatisfy { $0.location.jsonPath?.utf8.count ?? 0 < 4_000 })
    }
}
