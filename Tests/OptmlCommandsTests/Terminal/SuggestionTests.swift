import Foundation
import TestSupport
import Testing

@testable import OptmlCommands

/// What is said to who has mistyped a word, and that all of it has one form.
@Suite struct SuggestionTests {
    private let command = Command.optml(in: Samples.folder)

    @Test(arguments: [
        ("chek good-model", "'check'"), ("Check good-model", "'check'"), ("manifets good-model", "'manifest'"),
        ("good-model", "'optml check good-model'"), ("s3://my-bucket/m/", "'optml check s3://my-bucket/m/'"),
        ("name-clash", "'optml rules name-clash'"), ("help chek", "'check'"),
        ("help name-clash", "'optml rules name-clash'"),
        ("rules clash", "'case-clash', 'name-clash' or 'unicode-clash'"), ("rules nameclash", "'name-clash'"),
        ("rules SECRET", "'secret-file'"), ("rules request", "optml rules '*request*'"),
        ("check good-model --select name_clash", "'name-clash'"),
        ("check good-model --ignore nam-clash", "'name-clash'"),
        ("check good-model --severity name-clahs=error", "'name-clash'"),
        ("check good-model --severity name-clash=eror", "'error'"),
        ("check good-model --uploader awscli", "'aws-cli'"), ("check good-model --uploader s5cm", "'s5cmd'"),
        ("check good-model --format jsn", "'json'"), ("check good-model --fail-on eror", "'error'"),
        ("check good-model --framework pytorh", "'pytorch'"),
        ("check good-model --s3-data-type s3prefix", "'S3Prefix'"),
        ("check good-model --fromat json", "'--format'"), ("check good-model --exclude-junks", "'--exclude-junk'"),
        ("manifest good-model --columns pth", "only s3_uri"),
    ]) func saysWhatIsMeant(_ arguments: String, _ meant: String) throws {
        let result = try command.run(arguments.split(separator: " ").map(String.init))
        result.expectFailure(64, meant)
        let lines = result.errorText.split(separator: "\n")
        #expect(lines[0].hasPrefix("optml: error: ") && lines[0].contains(meant) && !lines[0].hasSuffix("."))
        #expect(
            lines.dropFirst().allSatisfy { $0.hasPrefix("Usage: ") || $0.hasPrefix("  See ") }, "\(result.errorText)")
    }

    /// Every way of being wrong: one line, then the usage.
    @Test(arguments: [
        "", "check", "check good-model --jobs 0", "check good-model --jobs x", "check good-model --part-size 16XB",
        "check good-model --s3-uri", "check -Z good-model", "rules a b", "layout good-model extra",
        "manifest good-model",
        "pack good-model", "verify", "etag", "check-request", "check good-model --listing clash.keys", "xyzzy",
        "check good-model --etags=1", "diff good-model", "check good-model --report x",
    ]) func hasOneForm(_ arguments: String) throws {
        let result = try command.run(arguments.split(separator: " ").map(String.init))
        #expect(result.status == 64 && result.text == "")
        let lines = result.errorText.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("optml: error: ") } == 1 && lines[0].hasPrefix("optml: error: "))
        #expect(!result.errorText.contains("Error:") && lines.contains { $0.hasPrefix("Usage: optml") })
    }

    /// A value was typed, so that none is missing, and what is allowed is said.
    @Test(arguments: [
        ("check good-model --jobs -2", "takes 1 to 1024"), ("layout good-model --depth -1", "takes 0 or more"),
        ("pack good-model -o m.tar.gz --mtime -5", "takes seconds since 1970"),
        ("etag model.tar.gz --part-size -5MiB", "a whole number and a unit"),
        ("etag model.tar.gz --part-size 99999999999999999999GiB", "less than 8388608TiB"),
        ("layout good-model --depth x", "give a whole number"),
        ("layout good-model --depth 99999999999999999999", "at most \(Int.max)"),
    ]) func numbersOutOfRange(_ arguments: String, _ allowed: String) throws {
        let result = try command.run(arguments.split(separator: " ").map(String.init))
        result.expectFailure(64, allowed)
        #expect(!result.errorText.contains("missing value"))
    }

    @Test func negativeNumbersAreValues() {
        #expect(NegativeValue.joined(["layout", "m", "--depth", "-1"]) == ["layout", "m", "--depth=-1"])
        for arguments in [["a", "-1", "--x=2", "-3", "-q", "-4"], ["--x", "--y", "--", "--z", "-1"], ["--x", "-"]] {
            #expect(NegativeValue.joined(arguments) == arguments)
        }
    }

    /// Words that hold what the message is taken apart by.
    @Test(arguments: ["a' is invalid for '--b", "'", "a. Please provide one of 'x'", "a\nb", "a. Did you mean 'b'?"])
    func hostileValues(_ value: String) throws {
        for arguments in [["--uploader", value], ["--format", value], ["--part-size", value], ["--\(value)"]] {
            let result = try command.run(["check", "good-model"] + arguments)
            #expect(result.status == 64)
            #expect(result.errorText.split(separator: "\n").filter { $0.hasPrefix("optml: error: ") }.count == 1)
        }
    }

    @Test func emptyVariables() throws {
        let alone = try command.run([String]())
        #expect(alone.status == 64 && alone.text == "" && alone.errorText.contains("optml --help"))
        let empty = try command.run(["check", ""])
        empty.expectFailure(64, "the source is empty")
        #expect(try command.run([""]).status == 64)
    }

    @Test(arguments: [["-V"], ["--version"], ["version"]]) func version(_ arguments: [String]) throws {
        let result = try command.run(arguments)
        #expect(result.status == 0 && result.text == Version.current + "\n" && result.errorText == "")
    }

    @Test func quietHasALetter() throws {
        let long = try command.run("check", "bad-model", "--quiet")
        let short = try command.run("check", "bad-model", "-q")
        #expect(short.output == long.output && short.status == long.status)
        let all = try command.run("check", "good-model", "--framework", "tei").text
        #expect(try command.run("check", "good-model", "--framework", "tei", "-q").text != all)
    }
}
