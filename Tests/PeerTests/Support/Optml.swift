import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Runs of the tool.
enum Optml {
    /// Runs a command that reports findings and reads its report.
    static func report(_ arguments: [String], input: Data? = nil) throws -> (status: Int32, report: Report) {
        var command = Command.optml
        command.input = input
        let result = try command.run(arguments + ["--format", "json"])
        guard let report = try? JSONDecoder().decode(Report.self, from: result.output) else {
            throw PeerFailed(name: "optml \(arguments.joined(separator: " "))", result: result)
        }
        return (result.status, report)
    }

    /// Runs a command whose result is data.
    static func data(_ arguments: [String], input: Data? = nil) throws -> Data {
        var command = Command.optml
        command.input = input
        let result = try command.run(arguments)
        guard result.status == 0 else {
            throw PeerFailed(name: "optml \(arguments.joined(separator: " "))", result: result)
        }
        return result.output
    }

    /// The ETags by key of a manifest, which Python's CSV reader reads.
    static func manifest(_ arguments: [String]) throws -> [ByteString: String] {
        let csv = try data(["manifest"] + arguments + ["--columns", "key,etag"])
        let rows = try JSONDecoder().decode([[String: String]].self, from: PythonScript.readCSV.run(input: csv))
        return try Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (ByteString(try #require(row["key"])), try #require(row["etag"]))
            })
    }

    /// The ETags that `optml etag` prints, in the order of the files.
    static func etags(_ files: [String], _ options: [String] = []) throws -> [String] {
        let text = String(decoding: try data(["etag"] + options + files), as: UTF8.self)
        return text.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    }
}
