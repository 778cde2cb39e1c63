import ModelArtifacts

/// A layout as a tree, with sizes in front.
struct LayoutTree {
    private let style: Style

    init(style: Style) {
        self.style = style
    }

    /// The lines of the tree of a report.
    func lines(of report: InspectionReport) -> [String] {
        let model = lines(report.layout?.filter { $0.channel == nil } ?? [], of: report, report.ownSummary)
        return report.channels.reduce(model) { lines, channel in
            lines + [""] + self.lines(channel.layout ?? [], of: channel, channel.summary)
        }
    }

    private func lines(
        _ rows: [LayoutRow], of report: InspectionReport, _ summary: InspectionReport.Summary
    ) -> [String] {
        let known = ByteSize(bytes: summary.bytes).description
        let total = summary.unknownSizes == 0 ? known : summary.unknownSizes == summary.files ? "?" : "≥ " + known
        return lines(rows, mount: report.mount, total: total)
    }

    /// The lines of the tree, from the model directory on.
    func lines(_ rows: [LayoutRow], mount: ByteString, total: String) -> [String] {
        let components = rows.map { row in
            row.path.bytes.dropFirst(mount.count + 1).split(
                separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        }
        let last = Self.lastSiblings(components.map(\.count))
        let sizes = rows.map { $0.kind == .file ? ($0.size.map { ByteSize(bytes: $0).description } ?? "?") : "" }
        let width = max(total.count, sizes.map(\.count).max() ?? 0)
        var lines = [Self.pad(total, to: width) + "  " + style.bold("\(mount)/")]
        var open: [Bool] = []
        for index in rows.indices {
            let depth = components[index].count
            open = Array(open.prefix(depth - 1))
            let branches = open.map { $0 ? "│   " : "    " }.joined()
            lines.append(
                Self.pad(sizes[index], to: width) + "  " + branches + (last[index] ? "└── " : "├── ")
                    + name(rows[index], ByteString(Array(components[index].last ?? []))))
            open.append(!last[index])
        }
        return lines
    }

    private func name(_ row: LayoutRow, _ name: ByteString) -> String {
        switch row.kind {
        case .directory: style.blue("\(name)/")
        case .file: "\(name)"
        case .symlink: "\(name) -> \(row.target ?? "")"
        }
    }

    /// Whether each row is the last of its siblings, from the depths of the rows.
    private static func lastSiblings(_ depths: [Int]) -> [Bool] {
        var last = [Bool](repeating: false, count: depths.count)
        var seen: [Bool] = []
        for index in depths.indices.reversed() {
            let depth = depths[index]
            if seen.count > depth { seen.removeSubrange(depth...) }
            while seen.count < depth { seen.append(false) }
            last[index] = !seen[depth - 1]
            seen[depth - 1] = true
        }
        return last
    }

    private static func pad(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
