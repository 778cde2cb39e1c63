import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Reading YAML: values, places, functions of CloudFormation, and the bounds.
@Suite struct YAMLTests {
    private func node(_ text: String, by version: YAMLVersion = .v1_1) throws -> JSONNode {
        try #require(try YAMLNodeReader.read(Array(text.utf8), by: version, name: "r.yaml").first)
    }

    private func json(_ text: String) throws -> String { try node(text).value.compactJSON }

    private func findings(_ text: String, _ name: ByteString = "r.yaml") -> [Finding] {
        RequestInspector().inspect(Array(text.utf8), name: name).findings
    }

    @Test(arguments: [
        ("a: yes", "true"), ("a: Off", "false"), ("a: y", "\"y\""), ("a: ~", "null"), ("a:", "null"),
        ("a: 'yes'", "\"yes\""),
        ("a: 12", "12"), ("a: -1.5", "-1.5"), ("a: 1e3", "\"1e3\""), ("a: 1.0e+3", "1.0e+3"), ("a: 017", "017"),
        ("a: 012345678901", "\"012345678901\""), ("a: 123456789012", "123456789012"), ("a: 0x1F", "0x1F"),
        ("a: 2010-09-09", "\"2010-09-09\""), ("a: 12:30", "12:30"), ("a: x:1", "\"x:1\""), ("a: .", "\".\""),
        ("a: 1.2.3", "\"1.2.3\""), ("a: !!str 12", "\"12\""), ("a: !!int '12'", "12"), ("a: ! 12", "\"12\""),
        ("a: |\n  x\n  y\n", "\"x\\ny\\n\""), ("a: >-\n  x\n  y\n", "\"x y\""), ("a: [1, b, ]", "[1, \"b\"]"),
        ("a: S3Prefix", "\"S3Prefix\""), ("a: {b: c}", "{\"b\": \"c\"}"), ("a: .inf", ".inf"), ("a: 0b11", "0b11"),
        ("a: '012'", "\"012\""), ("a: +7", "+7"), ("a: 1_000", "1_000"), ("a: --", "\"--\""),
    ]) func takesScalarsAsCloudFormationDoes(_ text: String, _ value: String) throws {
        #expect(try json(text) == "{\"a\": \(value)}")
    }

    /// Numbers have the value that YAML 1.1 gives them, however they are written.
    @Test(arguments: [
        ("0777", 511), ("010", 8), ("1_000", 1000), ("0x1F", 31), ("0b11", 3), ("1:30", 90), ("-0x10", -16), ("+7", 7),
        ("1.0e+3", 1000), ("0", 0), ("190:20:30", 685_230), ("012", 10), ("1_0.5", 10.5),
    ]) func tellsTheValueOfNumbers(_ digits: String, _ value: Double) {
        #expect(YAMLNumber.value(of: ByteString(digits)) == value)
        #expect(
            YAMLNumber.value(of: "0x") == nil && YAMLNumber.value(of: "") == nil && YAMLNumber.value(of: "08") == nil)
    }

    /// What stands below a tag that nobody knows is checked, as far as it can be told what it is.
    @Test func checksWhatStandsBelowUnknownTags() {
        let said = { (text: String) in
            Set(findings(text).map { "\($0.severity) \($0.rule) \($0.location.jsonPath ?? "")" })
        }
        let request = """
            ModelName: m
            PrimaryContainer: !Merge
              \(Self.image)
              ModelDataUrl: mybucket/m.tar.gz
              Colour: !!binary aGk=
              Environment: !Env {A: b}
            ExecutionRoleArn: !Env ROLE
            Tags: !Tags [{Key: "a*"}, team]
            """
        #expect(
            said(request) == [
                "error request-pattern-mismatch PrimaryContainer.ModelDataUrl",
                "error request-pattern-mismatch Tags[0].Key", "warning request-unknown-tag PrimaryContainer",
                "warning request-unknown-tag PrimaryContainer.Colour",
                "warning request-unknown-tag PrimaryContainer.Environment",
                "warning request-unknown-tag ExecutionRoleArn", "warning request-unknown-tag Tags",
            ])
        // What a program makes of a mapping may be a text, and of one that is taken over, more.
        let template = """
            Resources:
              M:
                Type: AWS::SageMaker::Model
                Properties:
                  <<: !Include role.yaml
                  PrimaryContainer: &c
                    \(Self.image)
                    ModelDataUrl: !Rain::S3 {Path: model.tar.gz}
                  Containers: !Flatten [*c, Image]
            """
        let path = "Resources.M.Properties"
        #expect(
            said(template) == [
                "note request-unknown-tag \(path)", "note request-unknown-tag \(path).PrimaryContainer.ModelDataUrl",
                "note request-unknown-tag \(path).Containers", "error create-model-both-containers \(path).Containers",
                "note request-unknown-tag \(path).Containers[0].ModelDataUrl",
            ])
        #expect(findings("!Foo bar").map(\.rule) == ["request-malformed-document"])
    }

    @Test func comparesTheValueOfNumbers() {
        let said = { (size: String) in
            findings(
                """
                Resources:
                  M:
                    Type: AWS::SageMaker::Model
                    Properties:
                      ExecutionRoleArn: !Ref R
                      PrimaryContainer: {\(Self.image)}
                  C:
                    Type: AWS::SageMaker::EndpointConfig
                    Properties: {ProductionVariants: [{ModelName: !GetAtt M.ModelName, VolumeSizeInGB: \(size)}]}
                """
            ).map(\.rule)
        }
        for size in ["0777", "512", "0x200", "5_1_2", "8:32", "'512'"] { #expect(said(size).isEmpty, "\(size)") }
        for size in ["01001", "513", "0x201", "1_000", "8:33", "'513'"] {
            #expect(said(size) == ["request-number-out-of-range"], "\(size)")
        }
    }

    /// What the AWS CLI is given is read by YAML 1.2.
    @Test(arguments: [
        ("yes", "\"yes\""), ("on", "\"on\""), ("True", "true"), ("010", "10"), ("0o17", "15"), ("0x1F", "31"),
        ("1_000", "1000"), ("012345678901", "12345678901"), ("1e3", "1e3"), ("1.5", "1.5"), ("~", "null"),
        ("1:30", "\"1:30\""),
        ("'2024-01-01'", "\"2024-01-01\""), ("2024-1-1", "\"2024-1-1\""), ("-7", "-7"), ("-", "\"-\""), (".", "\".\""),
    ]) func takesScalarsAsTheAWSCLIDoes(_ text: String, _ value: String) throws {
        let node = try node("a: \(text == "-" ? "'-'" : text)", by: .v1_2)
        #expect(node.value.compactJSON == "{\"a\": \(value)}")
    }

    @Test func readsRequestsByYAML12() {
        let request = { (isolation: String, variable: String, name: String) in
            findings(
                """
                ModelName: \(name)
                ExecutionRoleArn: arn:aws:iam::123456789012:role/r
                EnableNetworkIsolation: \(isolation)
                PrimaryContainer: {\(Self.image), Environment: {A: \(variable)}}
                """
            ).map { "\($0.rule) \($0.location.jsonPath ?? "")" }
        }
        #expect(request("true", "on", "m").isEmpty && request("true", "no", "m").isEmpty)
        #expect(request("yes", "a", "m") == ["request-wrong-type EnableNetworkIsolation"])
        #expect(request("true", "true", "m") == ["request-wrong-type PrimaryContainer.Environment.A"])
        #expect(request("true", "2024-01-01", "m") == ["request-wrong-type PrimaryContainer.Environment.A"])
        #expect(request("true", "a", "2024-01-01") == ["request-wrong-type ModelName"])
        #expect(request("true", "a", "'2024-01-01'").isEmpty)
    }

    @Test func takesShortFormsOfFunctions() throws {
        for (short, long) in [
            ("!Ref X", "{\"Ref\": \"X\"}"), ("!GetAtt A.B", "{\"Fn::GetAtt\": \"A.B\"}"),
            ("!Sub ['${A}', {A: !Ref B}]", "{\"Fn::Sub\": [\"${A}\", {\"A\": {\"Ref\": \"B\"}}]}"),
            ("!If [C, 1, !Ref 'AWS::NoValue']", "{\"Fn::If\": [\"C\", 1, {\"Ref\": \"AWS::NoValue\"}]}"),
            ("!Condition C", "{\"Condition\": \"C\"}"),
            ("!FindInMap [A, B, C]", "{\"Fn::FindInMap\": [\"A\", \"B\", \"C\"]}"),
            ("!Base64\n  Fn::Sub: x", "{\"Fn::Base64\": {\"Fn::Sub\": \"x\"}}"),
        ] { #expect(try json("a: \(short)") == "{\"a\": \(long)}") }
        for unknown in ["!Custom x", "!!binary aGk="] {
            guard case .unknown? = try node("a: \(unknown)")["a"]?.content else {
                Issue.record("\(unknown) is known")
                continue
            }
        }
        // What collections hold can be checked whatever becomes of them.
        for collection in ["!!set {a}", "!reference [a, b]"] {
            if case .unknown? = try node("a: \(collection)")["a"]?.content {
                Issue.record("\(collection) is not known")
            }
        }
    }

    @Test func namesPlacesInBytesAndLines() throws {
        let text = "# héllo\r\nä: {b: [x,\n  'y']}\nc: &n z\nd: *n\n"
        let top = try node(text)
        #expect(top["ä"]?["b"]?.place == TextPosition(line: 2, column: 9, offset: 18))
        let elements = RequestValue(try #require(top["ä"]?["b"])).elements
        #expect(elements.last?.node.place == TextPosition(line: 3, column: 3, offset: 24))
        #expect(top.members?.map { $0.place?.line } == [2, 4, 5])
        #expect(top["d"]?.place?.column == 4 && top["d"]?.value == .string("z"))
        let marked = try DocumentReader.read(InputBuffer([0xEF, 0xBB, 0xBF] + Array("a: b".utf8), name: "r"))
        #expect(marked["a"]?.place == TextPosition(line: 1, column: 4, offset: 6))
    }

    private static let image = "Image: \(Piece.registry)/image:1"

    @Test func keepsDuplicatesAndMergesMappings() throws {
        #expect(try json("a: 1\na: 2") == "{\"a\": 1, \"a\": 2}")
        #expect(
            try json("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz: {<<: [*x, *y], a: 0}").hasSuffix(
                "\"z\": {\"a\": 0, \"b\": 2, \"c\": 4}}"))
        #expect(try json("a: {'<<': 1}") == "{\"a\": {\"<<\": 1}}")
        let twice = findings("Image: a:1\nMode: SingleModel\n\(Self.image)\n")
        #expect(twice.map(\.rule) == ["request-duplicate-member"] && twice.first?.location.line == 3)
    }

    @Test func boundsAliases() {
        var laughs = "a0: &a0 [lol,lol,lol,lol,lol,lol,lol,lol,lol,lol]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
            laughs += "a\(level): &a\(level) [\(aliases)]\n"
        }
        var steps = "a0: &a0 []\n"
        for level in 1...600 { steps += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        for (text, words) in [
            (laughs, "500000 values"), (steps, "512 levels"), ("a: &a [*a]", "holds itself"),
            ("a: *b", "no anchor 'b'"),
            (String(repeating: "[", count: 600), "512 levels"), (String(repeating: "- ", count: 5_000), "levels"),
            ("a: b: c", "mapping values"), ("? [a]\n: b", "no text"), ("a: \u{1}", "control characters"),
            ("a: 'b", "end of stream"),
            ("# nothing\n", "empty"), ("", "empty"), ("a: @b", "cannot start"), ("--- a\n--- &a [*a]", "holds itself"),
            ("<<: &b {x: *b}", "holds itself"),
        ] {
            let found = RequestInspector().inspect(Array(("# \n" + text).utf8), name: "r.yaml").findings
            #expect(found.map(\.rule) == ["request-malformed-document"], "\(words): \(found)")
            #expect(found.first?.message.contains(words) ?? false, "\(words): \(found)")
            #expect(found.first?.location.line != nil && found.first?.message.hasPrefix("r.yaml") == false)
        }
        let bytes = RequestInspector().inspect(Array("a: b\nc: ".utf8) + [0xFF, 0x0A], name: "r.yaml").findings
        #expect(bytes.first?.location.line == 2 && bytes.first?.location.column == 4, "\(bytes)")
    }

    @Test func refusesOtherTextByName() {
        for (text, name, help) in [
            ("# x\nresource \"aws_sagemaker_model\" \"m\" {\n  name = \"m\"\n}\n", "HCL", "terraform show -json"),
            ("terraform {\n}\n", "HCL", "terraform plan"), ("import boto3\nx = {'a': 1}\n", "Python", "json.dumps"),
            ("\"\"\"Makes it.\"\"\"\nfrom aws_cdk import Stack\n", "Python", "cdk synth"),
            ("#!/usr/bin/env bash\naws sagemaker create-model\n", "shell", "--cli-input-json"),
            ("import * as cdk from 'aws-cdk-lib';\n", "TypeScript", "cdk synth"),
            ("// Jest Snapshot v1\n\nexports[`app 1`] = `\n{\n}\nimport boto3\n`;\n", "JavaScript", "cdk synth"),
            ("{{- if .Values.on }}\na: b\n{{- end }}\n", "Helm", "helm template"),
            ("{% if x %}\na: b\n", "Helm", "helm template"),
            ("Image: x\nMode: {{ .Values.mode }}\n", "Helm", "helm template"),
            ("{\"Mode\": \"x\",\n {% if y %} \"Image\": 1 {% endif %}}", "Jinja", "fill it in"),
            ("{\"@level\":\"info\"}\n{\"@level\":\"info\"}\n", "terraform plan -json", "terraform show -json"),
            ("include \"root\" {\n}\n", "HCL", "terraform plan"),
            ("removed {\n  from = x.y\n}\n", "HCL", "terraform plan"),
            ("check \"x\" {\n}\n", "HCL", "terraform plan"),
            ("\u{FEFF}resource \"a\" \"b\" {\n}\n", "HCL", "terraform plan"),
            ("role = \"x\"\nsubnets = [\"a\"]\n", "assignments", "terraform plan"),
            ("NAME = \"x\"\nimport boto3\n", "Python", "json.dumps"), ("package x;\nclass A {}\n", "Java", "JSON"),
            ("package main\n\nfunc main() {}\n", "Go", "JSON"), ("require 'aws-sdk'\n", "Ruby", "JSON"),
            ("ModelName: a\n---\nModelName: b\n", "stream of 2 documents", "no request of CreateModel"),
            ("a: b\n{{- if .Values.on }}\nc: d\n", "Helm", "helm template"), ("<html></html>", "HTML", "request"),
            ("\u{0}\u{1}\u{2}", "no text", "optml check"), ("PK\u{3}\u{4}\u{0}", "ZIP", "terraform show -json"),
        ] {
            let found = findings(text)
            #expect(found.map(\.rule) == ["request-malformed-document"], "\(text): \(found)")
            #expect(help.isEmpty || found.first?.message.contains(name) ?? false, "\(text): \(found)")
            #expect(found.first?.message.contains(help) ?? false || help.isEmpty, "\(text): \(found)")
        }
        for text in [
            "Image: x:1\nMode: SingleModel\n", "# import boto3\nImage: x:1", "Description: >\n import x\nImage: a:1",
            "<<: {Image: x:1}",
        ] {
            #expect(!findings(text).contains { $0.rule == "request-malformed-document" }, "\(text)")
        }
    }

    /// A template in YAML has the findings of the same one in JSON, at its own places.
    @Test func findsInYAMLWhatItFindsInJSON() {
        let yaml = """
            Resources:
              M:
                Type: AWS::SageMaker::Model
                Properties:
                  ModelName: !Sub '${AWS::StackName}_m'
                  ExecutionRoleArn: !GetAtt [R, Arn]
                  EnableNetworkIsolation: yes
                  PrimaryContainer:
                    Image: !If [Own, !Ref Image, '\(Piece.registry)/x:1']
                    ModelDataSource:
                      S3DataSource:
                        S3Uri: !Sub s3://${Bucket}/llm
                        S3DataType: S3Prefix
                        CompressionType: GZIP
                        ETag: a
            """
        let json = """
            {"Resources": {"M": {"Type": "AWS::SageMaker::Model", "Properties": {
              "ModelName": {"Fn::Sub": "${AWS::StackName}_m"}, "ExecutionRoleArn": {"Fn::GetAtt": ["R", "Arn"]},
              "EnableNetworkIsolation": true, "PrimaryContainer": {
                "Image": {"Fn::If": ["Own", {"Ref": "Image"}, "\(Piece.registry)/x:1"]}, "ModelDataSource": {"S3DataSource": {
                  "S3Uri": {"Fn::Sub": "s3://${Bucket}/llm"}, "S3DataType": "S3Prefix", "CompressionType": "GZIP",
                  "ETag": "a"}}}}}}}
            """
        let said = { (text: String, name: ByteString) in
            findings(text, name).map { "\($0.rule) \($0.location.jsonPath ?? "") \($0.message)" }
        }
        #expect(said(yaml, "t.yaml") == said(json, "t.json"))
        #expect(said(yaml, "t").count == 4, "\(said(yaml, "t"))")
        #expect(findings(yaml).first { $0.rule == "prefix-without-slash" }?.location.line == 12)
    }

    /// What libyaml stumbles over is said so that people find it.
    @Test func faultsArePlain() {
        for (text, place, words) in [
            ("ModelName: m\nPrimaryContainer:\n\tImage: x\n", "3:1", "a tab cannot stand here"),
            ("ModelName: m\nImage: \"x\n", "3:1", "a quoted scalar that begins in line 2"),
            ("ModelName: m\nTags: [a\nImage: x\n", "3:6", "a flow sequence that begins in line 2"),
        ] {
            let finding = findings(text, "r.yaml").first
            #expect(finding.map { "\($0.location.line ?? 0):\($0.location.column ?? 0)" } == place, "\(text)")
            #expect(finding?.message.contains(words) ?? false, "\(finding?.message ?? "")")
        }
    }

    @Test func takesBracesForJSONUnlessTheNameSaysYAML() {
        let text = "{\(Self.image), Mode: SingleModel}"
        #expect(findings(text, "r.json").map(\.rule) == ["request-malformed-document"])
        #expect(findings(text, "r.yml").isEmpty)
    }
}
