import ModelArtifacts

/// The layouts of all combinations side by side: a line a path, a column a combination.
struct CombinationTable {
    /// The lines of the table.
    func lines(_ reports: [InspectionReport]) -> [String] {
        var cells: [ByteString: [Int: String]] = [:]
        for (column, report) in reports.enumerated() {
            guard let layout = report.layout else { continue }
            for row in layout {
                let text =
                    row.kind == .file ? (row.size.map { ByteSize(bytes: $0).description } ?? "file") : row.kind.rawValue
                let path = row.kind == .directory ? row.path + "/" : row.path
                cells[path, default: [:]][column] = text
            }
        }
        var table = [[""] + reports.map(\.combination.description)]
        for path in cells.keys.sorted() {
            table.append(["\(path)"] + reports.indices.map { cells[path]?[$0] ?? "-" })
        }
        for rule in Self.rules(of: reports) {
            table.append(
                [rule]
                    + reports.map { report in
                        report.findings.first { $0.rule == rule }?.severity.rawValue ?? "-"
                    })
        }
        let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        return table.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The rules that have findings, the most severe first.
    private static func rules(of reports: [InspectionReport]) -> [String] {
        var seen: Set<String> = []
        return reports.flatMap(\.findings).sorted().map(\.rule).filter { seen.insert($0).inserted }
    }
}
