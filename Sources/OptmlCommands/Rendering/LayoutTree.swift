import ModelArtifacts

/// A layout as a tree, with sizes in front, written row by row.
struct LayoutTree {
    private let style: Style

    init(style: Style) {
        self.style = style
    }

    /// Writes the trees of a report: that of the model, and behind an empty line each that of a channel.
    func write(_ report: InspectionReport, to output: inout OutputBuffer) throws(ArtifactError) {
        try write(report.layout?.parts.last { $0.channel == nil }, of: report, report.ownSummary, to: &output)
        for channel in report.channels {
            output.bytes.append(UInt8(ascii: "\n"))
            try write(channel.layout?.parts.first, of: channel, channel.summary, to: &output)
        }
    }

    private func write(
        _ layout: PackedLayout?, of report: InspectionReport, _ summary: InspectionReport.Summary,
        to output: inout OutputBuffer
    ) throws(ArtifactError) {
        let known = ByteSize(bytes: summary.bytes).description
        let total = summary.unknownSizes == 0 ? known : summary.unknownSizes == summary.files ? "?" : "≥ " + known
        let width = max(total.count, layout.map(Self.widestSize) ?? 0)
        Self.pad(total, to: width, in: &output)
        output.bytes.append(contentsOf: "  \(style.bold("\(report.mount)/"))\n".utf8)
        guard let layout else { return }
        // For each directory on the way down, whether another row follows beside it.
        var open: [Bool] = []
        var cursor = layout.cursor()
        while cursor.next() {
            let path = cursor.relativePath
            let name = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex
            let depth = path[..<name].count { $0 == UInt8(ascii: "/") }
            open.removeLast(max(0, open.count - depth))
            Self.pad(cursor.kind == .file ? Self.text(ofSize: cursor.size) : "", to: width, in: &output)
            output.bytes.append(contentsOf: Self.gap)
            for hasSibling in open { output.bytes.append(contentsOf: hasSibling ? Self.line : Self.space) }
            output.bytes.append(contentsOf: cursor.hasSibling ? Self.branch : Self.lastBranch)
            append(path[name...], cursor, to: &output)
            if let use = cursor.use { output.bytes.append(contentsOf: mark(use).utf8) }
            output.bytes.append(UInt8(ascii: "\n"))
            open.append(cursor.hasSibling)
            try output.flushIfFull()
        }
    }

    private static let gap = Array("  ".utf8)
    private static let line = Array("│   ".utf8)
    private static let space = Array("    ".utf8)
    private static let branch = Array("├── ".utf8)
    private static let lastBranch = Array("└── ".utf8)

    private func append(_ name: ArraySlice<UInt8>, _ cursor: LayoutCursor, to output: inout OutputBuffer) {
        switch cursor.kind {
        case .directory where style.isColored:
            output.bytes.append(contentsOf: style.blue("\(ByteString(Array(name)))/").utf8)
        case .directory:
            Self.append(name, to: &output)
            output.bytes.append(UInt8(ascii: "/"))
        case .file: Self.append(name, to: &output)
        case .symlink:
            Self.append(name, to: &output)
            output.bytes.append(contentsOf: " -> \(cursor.target ?? "")".utf8)
        }
    }

    /// What the container makes of a file.
    private func mark(_ use: LayoutUse) -> String {
        switch use {
        case .loads(let role): "  " + style.bold("← \(role)")
        case .dependsOnScript: "  (the script decides)"
        case .ignores: "  (ignored)"
        case .downloadsForNothing: "  " + style.yellow("(downloaded for nothing)")
        }
    }

    /// Appends a name as text shows it.
    private static func append(_ name: ArraySlice<UInt8>, to output: inout OutputBuffer) {
        let isPlain = unsafe name.withUnsafeBytes { bytes in
            unsafe bytes.count <= S3Limits.keyLength && ByteScan.endOfPrintableText(in: bytes, from: 0) == bytes.count
        }
        if isPlain {
            output.bytes.append(contentsOf: name)
        } else {
            output.bytes.append(contentsOf: ByteString(Array(name)).description.utf8)
        }
    }

    private static func widestSize(_ layout: PackedLayout) -> Int {
        var (widest, known): (Int, Int64?) = (0, nil)
        var cursor = layout.cursor()
        while cursor.next() {
            // Where sizes are not known, mostly none of them is.
            if cursor.kind != .file || widest > 0 && cursor.size == known { continue }
            known = cursor.size
            widest = max(widest, text(ofSize: known).utf8.count)
        }
        return widest
    }

    private static func text(ofSize size: Int64?) -> String { size.map { ByteSize(bytes: $0).description } ?? "?" }

    private static func pad(_ text: String, to width: Int, in output: inout OutputBuffer) {
        output.bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, width - text.count)))
        output.bytes.append(contentsOf: text.utf8)
    }
}
