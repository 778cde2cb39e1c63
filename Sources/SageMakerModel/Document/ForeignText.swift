import ModelArtifacts

/// A text that is neither JSON nor YAML, told by what its lines begin with, with what to run to get something readable.
///
/// Only what is unmistakable is told: YAML may hold nearly any line.
struct ForeignText {
    /// What it is, as in "the document is Python".
    let name: String
    /// What to run, or to give instead.
    let help: String
    /// The line that tells it, from 1.
    let line: Int

    /// How much is looked at, in bytes.
    private static let looked = 64 << 10

    init?(_ text: [UInt8]) {
        if let (name, help) = Self.encoding(of: text) {
            (self.name, self.help, line) = (name, help, 1)
            return
        }
        var number = 0
        var assignment: Int?
        let body = text.dropFirst(text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        for line in body.prefix(Self.looked).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            // At the left margin, as none of them is written below anything.
            guard let first = line.first, first > 0x20, first != UInt8(ascii: "#") || line.starts(with: "#!".utf8),
                let text = ByteString(Array(line)).string
            else { continue }
            for form in Self.forms where form.tells(text) {
                (name, help, self.line) = (form.name, form.help, number)
                return
            }
            if assignment == nil, Self.isAssignment(text) { assignment = number }
        }
        // Other forms have such lines too.
        guard let assignment else { return nil }
        (name, help, line) = ("a file of assignments, as Terraform's variables are", Self.planHelp, assignment)
    }

    /// Whether a line gives a name a value, as in `.tfvars` and in TOML: `role = "…"`.
    private static func isAssignment(_ line: String) -> Bool {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasSuffix(" "), parts[1].hasPrefix(" ") else { return false }
        let name = parts[0].drop { $0 == " " }.prefix { $0 != " " }
        let isName = !name.isEmpty && name.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "_-.".utf8.contains($0) }
        let value = parts[1].drop { $0 == " " }
        return isName && ["\"", "[", "{", "true", "false"].contains { value.hasPrefix($0) }
    }

    /// Tells what a text is from the line at which reading it stopped: a template, or several documents where one can be.
    init?(_ text: [UInt8], at error: ArtifactError) {
        guard let place = error.place else { return nil }
        let lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: place.line, omittingEmptySubsequences: false)
        guard let first = lines.first, lines.indices.contains(place.line - 1) else { return nil }
        line = place.line
        if first.starts(with: #"{"@level""#.utf8) {
            (name, help) = ("the log of 'terraform plan -json'", Self.planHelp)
        } else if Self.holdsTemplate(lines[place.line - 1]) {
            (name, help) = (Self.templateName, Self.templateHelp)
        } else {
            return nil
        }
    }

    /// Whether a line has what templates of Helm and Jinja put values in the place of. CloudFormation's dynamic references begin alike.
    private static func holdsTemplate(_ line: ArraySlice<UInt8>) -> Bool {
        if ByteSearch.first("{%", in: line) != nil { return true }
        guard let start = ByteSearch.first("{{", in: line) else { return false }
        return !line[start...].starts(with: DynamicReference.beginning.bytes)
    }

    private static let templateName = "a template of Helm or Jinja that was not filled in"
    private static let templateHelp = "fill it in first, with 'helm template' for example"
    private static let planHelp =
        "run 'terraform plan -out=plan' and 'terraform show -json plan >plan.json', and give plan.json"

    /// What is written in other bytes than text in UTF-8.
    private static func encoding(of text: [UInt8]) -> (String, String)? {
        let reencode = "convert it to UTF-8: iconv -f UTF-16 -t UTF-8 FILE"
        if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) { return ("text in UTF-16", reencode) }
        if text.starts(with: "PK\u{3}\u{4}".utf8) {
            return (
                "a ZIP archive",
                "if it is a plan of Terraform: run 'terraform show -json FILE >plan.json', and give plan.json"
            )
        }
        // A character of ASCII in UTF-16 has one byte that is 0.
        if text.count > 3, text[0] == 0 && text[2] == 0 || text[1] == 0 && text[3] == 0 {
            return ("text in UTF-16", reencode)
        }
        guard text.prefix(looked).contains(0) else { return nil }
        return ("no text", "give the request, JSON or YAML; an artifact is for 'optml check'")
    }

    /// The error that refuses it.
    func error(name document: ByteString) -> ArtifactError {
        let place = TextPosition(line: line, column: 1, offset: 0)
        return InputBuffer([], name: document).error(at: place, "the document is \(name), not JSON or YAML; \(help)")
    }

    /// A form, and how a line tells it.
    private struct Form {
        let name: String
        let help: String
        let tells: @Sendable (String) -> Bool
    }

    private static let forms: [Form] = [
        Form(
            name: "Terraform's HCL", help: planHelp
        ) { line in
            let blocks = [
                "resource \"", "data \"", "module \"", "variable \"", "provider \"", "output \"", "include \"",
                "dependency \"", "check \"", "ephemeral \"", "run \"", "list \"", "action \"",
            ]
            return blocks.contains(where: line.hasPrefix)
                || ["terraform {", "locals {", "moved {", "import {", "removed {", "inputs = {"]
                    .contains { line.hasPrefix($0) }
        },
        Form(
            name: "Python",
            help:
                "for the CDK run 'cdk synth' and give cdk.out/STACK.template.json, for SageMaker Pipelines print pipeline.definition(), else print the request with json.dumps"
        ) { line in
            (line.hasPrefix("#!") && line.contains("python")) || (line.hasPrefix("from ") && line.contains(" import "))
                || (line.hasPrefix("def ") && line.contains("(")) || line.contains(" = boto3.")
                || line.hasSuffix(".create_model(") || (line.hasPrefix("class ") && line.hasSuffix(":"))
                || (line.hasPrefix("import ")
                    && line.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "_., ".utf8.contains($0) })
        },
        Form(
            name: "JavaScript or TypeScript", help: "for the CDK run 'cdk synth' and give cdk.out/STACK.template.json"
        ) { line in
            (line.hasPrefix("import ") && (line.contains(" from '") || line.contains(" from \"")))
                || (line.hasPrefix("const ") && line.contains("require("))
                || [
                    "exports[`", "module.exports", "export class ", "export const ", "export default ",
                    "export interface ", "'use strict'",
                ]
                .contains { line.hasPrefix($0) }
        },
        Form(
            name: "a shell script",
            help: "give the request that it passes to 'aws sagemaker create-model --cli-input-json'"
        ) { line in
            (line.hasPrefix("#!") && (line.contains("sh"))) || line.hasPrefix("aws sagemaker ")
        },
        Form(name: templateName, help: templateHelp) { line in
            line.hasPrefix("{%") || line.hasPrefix("{{-") || line.hasPrefix("{#")
        },
        // `<<` takes over the members of a mapping.
        Form(name: "XML or HTML", help: "give the request, JSON or YAML") { line in
            line.hasPrefix("<") && !line.hasPrefix("<<")
        },
        Form(name: "Jsonnet", help: "run 'jsonnet FILE >request.json', and give request.json") { line in
            line.hasPrefix("local ") && line.contains(" = ")
        },
        Form(name: "Java or Kotlin", help: "print the request as JSON; for the CDK run 'cdk synth'") { line in
            (line.hasPrefix("package ") || line.hasPrefix("import ")) && line.hasSuffix(";")
        },
        Form(name: "Go", help: "print the request as JSON; for the CDK run 'cdk synth'") { line in
            line == "package main" || line == "import (" || line.hasPrefix("func ")
        },
        Form(name: "Ruby", help: "print the request as JSON") { line in
            line.hasPrefix("require '") || line.hasPrefix("require \"")
        },
        Form(name: "CUE", help: "run 'cue export FILE >request.json', and give request.json") { line in
            line.hasPrefix("package ") && !line.contains(":")
        },
    ]
}
