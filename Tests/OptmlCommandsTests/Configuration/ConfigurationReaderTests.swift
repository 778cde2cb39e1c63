import Foundation
import TestSupport
import Testing

/// What a configuration file can hold, and what is said of everything else.
@Suite struct ConfigurationReaderTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("m/config.json", "{}")
    }

    private static let mistakes: [(text: String, place: String, words: [String])] = [
        ("", "1:1", ["empty", "{}"]), ("[]", "1:1", ["expected an object"]), ("{", "1:2", ["unexpected end"]),
        ("{}{}", "1:3", ["unexpected text"]),
        (#"{"failon": "error"}"#, "1:2", ["unknown key 'failon'", "did you mean 'failOn'", "severities"]),
        ("{\n  \"frameworks\": \"triton\"\n}", "2:3", ["unknown key 'frameworks'", "it can hold failOn"]),
        ("{\"ignore\"\n:\n[], \"wrong\" : 1}", "3:5", ["unknown key 'wrong'"]),
        (#"{"failOn": "warn"}"#, "1:12", ["'warn'", "did you mean 'warning'", "error, warning, note, never"]),
        (#"{"failOn": 1}"#, "1:12", ["expected a string"]), (#"{"failOn": null}"#, "1:12", ["expected a string"]),
        (#"{"failOn": "error", "failOn": "note"}"#, "1:21", ["twice"]),
        (#"{"severities": []}"#, "1:16", ["expected an object"]),
        (#"{"severities": {"name-clsh": "note"}}"#, "1:17", ["no rule 'name-clsh'", "did you mean 'name-clash'"]),
        (#"{"severities": {"name-clash": "info"}}"#, "1:31", ["'info'", "error, warning, note"]),
        (#"{"severities": {"name-clash": "note", "name-clash": "note"}}"#, "1:39", ["twice"]),
        (#"{"severities": {"request-x*": "note"}}"#, "1:17", ["no rule matches 'request-x*'", "optml rules"]),
        (#"{"select": "name-clash"}"#, "1:12", ["expected an array"]),
        (#"{"select": []}"#, "1:12", ["select is empty"]),
        (#"{"select": ["symlink", "name_clash"]}"#, "1:24", ["no rule 'name_clash'", "did you mean 'name-clash'"]),
        (#"{"ignore": [{"rule": "clash", "reason": "y"}]}"#, "1:22", ["no rule 'clash'", "'unicode-clash'"]),
        (#"{"ignore": {}}"#, "1:12", ["expected an array"]), (#"{"ignore": ["x"]}"#, "1:13", ["expected an object"]),
        (#"{"ignore": [{"rule": "name-clash"}]}"#, "1:13", ["needs a 'reason'"]),
        (#"{"ignore": [{"reason": "x"}]}"#, "1:13", ["needs a 'rule'"]),
        (#"{"ignore": [{"rule": "name-clash", "reason": " "}]}"#, "1:46", ["reason must not be blank"]),
        (#"{"ignore": [{"rule": "x", "reason": "y"}]}"#, "1:22", ["no rule 'x'", "optml rules"]),
        (#"{"ignore": [{"rule": "name-clash", "path": "y"}]}"#, "1:36", ["unknown key 'path'", "'paths'"]),
        (#"{"ignore": [{"rule": "name-clash", "reason": "x", "paths": []}]}"#, "1:60", ["paths is empty"]),
        (#"{"ignore": [{"rule": "name-clash", "reason": "x", "paths": [1]}]}"#, "1:61", ["expected a string"]),
        (#"{"ignore": [{"rule": "name-clash", "reason": "x", "paths": "*"}]}"#, "1:60", ["expected an array"]),
        (#"{"uploader": "awscli"}"#, "1:14", ["'awscli'", "did you mean 'aws-cli'", "rclone"]),
        (#"{"uploader": "rclone", "partSize": "5MiB"}"#, "1:36", ["one of them"]),
        (#"{"framework": "tritn"}"#, "1:15", ["no framework", "triton"]), (#"{"image": ""}"#, "1:11", ["blank"]),
        (#"{"environment": {"A": "1", "A": "2"}}"#, "1:28", ["twice"]),
        (#"{"environment": {"A": 1}}"#, "1:23", ["string"]),
        (#"{"partSize": "five"}"#, "1:14", ["partSize", "not a size", "16MiB"]),
        (#"{"partSize": 0}"#, "1:14", ["from 1 on"]), (#"{"partSize": 1.5}"#, "1:14", ["whole number"]),
        (#"{"partSize": "6GiB"}"#, "1:14", ["not possible"]),
        (#"{"uploader": "mountpoint", "multipartThreshold": "5MiB"}"#, "1:50", ["does not go with 'mountpoint'"]),
        (#"{"baseline": ""}"#, "1:14", ["baseline must not be blank"]), (#"{"baseline": {}}"#, "1:14", ["a string"]),
        ("{\"x\\u001b[2J\\n\\u202e\": 1}", "1:2", ["\\x1b[2J\\n\\u{202e}"]),
        ("{\"failOn\": \"\u{7F}\"}", "1:12", ["'\\x7f'"]),
    ]

    @Test(arguments: mistakes.indices) func mistakesHaveAPlace(_ index: Int) throws {
        let (text, place, words) = Self.mistakes[index]
        try folder.write("c.json", text)
        let result = try Command.optml(in: folder).run("check", "m", "--config", "c.json")
        result.expectFailure(2, "c.json:\(place): ")
        for word in words { #expect(result.errorText.contains(word), "\(result.errorText)") }
    }

    @Test func aFileThatIsNotUTF8() throws {
        try folder.write("c.json", Data(Array("{\"failOn\": \"".utf8) + [0xFF] + Array("\"}".utf8)))
        try Command.optml(in: folder).run("config", "--config", "c.json").expectFailure(2, "c.json:1:13", "UTF-8")
    }

    /// As on the command line, except that what an id says counts more than what a glob says.
    @Test func globsStandForRules() throws {
        try folder.write(
            "c.json",
            """
            {
              "severities": {"name-clash": "note", "*-clash": "warning", "unicode-*": "note"},
              "select": ["*-clash", "symlink"],
              "ignore": [{"rule": "*-clash", "paths": ["a/*"], "reason": "known"}]
            }
            """)
        let output = try Command.optml(in: folder).run("config", "--config", "c.json", "--format", "json").output
        let json = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
        let settings = try #require(json["settings"] as? [[String: Any]])
        let rows = settings.filter { $0["rule"] != nil }.map { row in
            ["name", "rule", "value"].map { row[$0].map { "\($0)" } ?? "-" }.joined(separator: " ")
        }
        #expect(
            rows == [
                "severities case-clash warning", "severities name-clash note", "severities unicode-clash note",
                "select case-clash -", "select name-clash -", "select symlink -", "select unicode-clash -",
                "ignore case-clash -", "ignore name-clash -", "ignore unicode-clash -",
            ])
    }

    /// What the file selects is all that is applied, unless the command line selects something else.
    @Test func selectedRules() throws {
        try folder.write("m/.DS_Store", "x")
        try folder.write("m/.env", "KEY=value")
        let command = Command.optml(in: folder)
        #expect(try Set(command.report("check", "m").rules).isSuperset(of: ["secret-file", "platform-metadata"]))
        try folder.write("c.json", #"{"select": ["platform-*"]}"#)
        #expect(try command.report("check", "m", "--config", "c.json").rules == ["platform-metadata"])
        let other = try command.report("check", "m", "--config", "c.json", "--select", "secret-file")
        #expect(other.rules == ["secret-file"])
        let sarif = try command.run("check", "m", "--config", "c.json", "--format", "junit")
        #expect(sarif.text.contains("not selected by c.json"))
    }

    @Test func hugeFilesAreRefusedOrRead() throws {
        try folder.write("c.json", String(repeating: "[", count: 1_000_000))
        try Command.optml(in: folder).run("check", "m", "--config", "c.json").expectFailure(2, "expected an object")
        let deep = "{\"ignore\": " + String(repeating: "[", count: 1000)
        try folder.write("c.json", deep)
        try Command.optml(in: folder).run("check", "m", "--config", "c.json").expectFailure(2, "expected an object")
        try folder.write("c.json", "{\"" + String(repeating: "k", count: 5_000_000) + "\": 1}")
        let result = try Command.optml(in: folder).run("check", "m", "--config", "c.json")
        result.expectFailure(2, "unknown key")
        #expect(result.errors.count < 5000)
    }

    @Test func everySettingIsRead() throws {
        try folder.write(
            "conf/c.json",
            """
            {
              "failOn": "note",
              "severities": {"case-clash": "warning"},
              "ignore": [{"rule": "symlink", "paths": ["a/*", "b"], "reason": "as it should be"}],
              "baseline": "known.json",
              "partSize": 5242880,
              "multipartThreshold": "6MiB",
              "framework": "triton",
              "image": "mirror/sagemaker-tritonserver:25.04-py3",
              "environment": {"B": "secret", "A": ""}
            }
            """)
        let output = try Command.optml(in: folder).run("config", "--config", "conf/c.json", "--format", "json").output
        let json = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
        #expect(json["file"] as? String == "conf/c.json")
        let settings = try #require(json["settings"] as? [[String: Any]])
        let rows = settings.map { row in
            ["name", "rule", "value", "reason", "origin", "line", "column"].map { row[$0].map { "\($0)" } ?? "-" }
                .joined(separator: " ")
        }
        #expect(
            rows == [
                "failOn - note - file 2 13", "severities case-clash warning - file 3 18",
                "ignore symlink - as it should be file 4 14", "baseline - conf/known.json - file 5 15",
                "uploader - <null> - default - -", "partSize - 5242880 - file 6 15",
                "multipartThreshold - 6291456 - file 7 25", "framework - triton - file 8 16",
                "image - mirror/sagemaker-tritonserver:25.04-py3 - file 9 12", "environment - A - file 10 34",
                "environment - B - file 10 19",
            ])
        #expect(settings[2]["paths"] as? [String] == ["a/*", "b"])
    }
}
