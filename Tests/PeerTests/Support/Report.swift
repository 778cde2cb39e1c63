import Foundation
import TestSupport

/// The JSON report of `check` and `layout`, as a program outside would read it.
struct Report: Decodable {
    struct Finding: Decodable, Hashable {
        let rule: String
        let severity: String
        let message: String
        let key: String?
        let path: String?
        let member: String?
        let count: Int?
    }

    struct Row: Decodable, Hashable {
        let path: String
        let type: String
        var size: Int64?
        let key: String?
        let target: String?
    }

    struct Summary: Decodable, Hashable {
        let objects, files, directories, bytes, errors, warnings, notes: Int64
    }

    let summary: Summary
    let findings: [Finding]
    let layout: [Row]?

    /// The rules that have findings.
    var rules: Set<String> { Set(findings.map(\.rule)) }

    /// The sizes of the layout's files by their paths below `/opt/ml/model/`.
    var files: [String: Int64] {
        let files = (layout ?? []).filter { $0.type == "file" }
        return Dictionary(
            uniqueKeysWithValues: files.map { ($0.path.replacing("/opt/ml/model/", with: ""), $0.size ?? -1) })
    }
}
