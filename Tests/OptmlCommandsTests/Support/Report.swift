import Foundation
import TestSupport

/// A JSON report, taken apart by somebody else's reader.
struct Report {
    /// One finding.
    struct Finding {
        let json: [String: Any]

        var rule: String { json["rule"] as? String ?? "" }
        var severity: String { json["severity"] as? String ?? "" }
        var message: String { json["message"] as? String ?? "" }
        var path: String? { json["path"] as? String }
        var key: String? { json["key"] as? String }
    }

    let json: [String: Any]
    let status: Int32

    init(_ result: Command.Result) throws {
        guard let json = try JSONSerialization.jsonObject(with: result.output) as? [String: Any] else {
            throw CocoaError(.fileReadCorruptFile)
        }
        self.json = json
        status = result.status
    }

    var findings: [Finding] { (json["findings"] as? [[String: Any]] ?? []).map(Finding.init) }
    /// The rules that have findings, each once, in the order of the report.
    var rules: [String] {
        findings.map(\.rule).reduce(into: []) { rules, rule in if rules.last != rule { rules.append(rule) } }
    }
    var errors: [String] {
        var seen: Set<String> = []
        return findings.filter { $0.severity == "error" && seen.insert($0.rule).inserted }.map(\.rule)
    }
    var layout: [[String: Any]] { json["layout"] as? [[String: Any]] ?? [] }
    /// The layout below the model directory, directories with a slash at their end.
    var paths: [String] {
        layout.map { row in
            let path = (row["path"] as? String ?? "").replacingOccurrences(of: "/opt/ml/model/", with: "")
            return row["type"] as? String == "directory" ? path + "/" : path
        }
    }
    var summary: [String: Int] { json["summary"] as? [String: Int] ?? [:] }
    var modelDataSource: [String: Any] { json["modelDataSource"] as? [String: Any] ?? [:] }

    func findings(_ rule: String) -> [Finding] { findings.filter { $0.rule == rule } }
}

extension Command {
    /// Runs the command with `--format json` and takes the report apart.
    func report(_ arguments: String...) throws -> Report { try report(arguments) }

    /// Runs the command with `--format json` and takes the report apart.
    func report(_ arguments: [String]) throws -> Report { try Report(run(arguments + ["--format", "json"])) }
}
