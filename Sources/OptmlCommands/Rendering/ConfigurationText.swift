import ModelArtifacts

/// The configuration in force as text: a line a setting, with where it comes from.
struct ConfigurationText {
    /// The lines.
    func lines(_ rows: [SettingRow], file: ByteString?) -> [String] {
        let cells = rows.map { [$0.name, Self.value(of: $0), "\($0.origin)" + Self.reason(of: $0)] }
        let widths = (0..<2).map { column in cells.map { $0[column].count }.max() ?? 0 }
        let heading = file.map { "Configuration of '\($0)'" } ?? "No configuration file"
        return [heading, ""]
            + cells.map { cell in
                zip(cell, widths).map { $0 + String(repeating: " ", count: $1 - $0.count + 2) }.joined() + cell[2]
            }
    }

    /// Why findings are ignored, where a file says it.
    private static func reason(of row: SettingRow) -> String {
        guard case .file = row.origin, let reason = row.reason else { return "" }
        return "  (\(DisplayText.escaped(reason)))"
    }

    private static func value(of row: SettingRow) -> String {
        guard let rule = row.rule else { return row.value.map { "\($0)" } ?? "-" }
        switch row.name {
        case "severities": return "\(rule)=\(row.value ?? "")"
        case "ignore" where !row.paths.isEmpty:
            return "\(rule) in " + row.paths.map { "'\($0)'" }.joined(separator: ", ")
        default: return rule
        }
    }
}
