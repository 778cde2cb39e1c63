import ModelArtifacts

/// A layout as a tree, with sizes in front, those of directories the sums of what they hold, written row by row.
struct LayoutTree {
    private let style: Style
    /// How many levels are shown; nil for all.
    private let depth: Int?

    init(style: Style, depth: Int? = nil) {
        self.style = style
        self.depth = depth
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
        let total = Self.text(ofSum: summary.bytes, unknownSizes: summary.unknownSizes, files: summary.files)
        var sums = layout.map { DirectorySums($0).sums }?[...] ?? []
        let width = max(total.count, layout.map { widestSize($0, sums) } ?? 0)
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
            let sum = cursor.kind == .directory ? sums.popFirst() : nil
            if let most = self.depth, depth >= most { continue }
            open.removeLast(max(0, open.count - depth))
            Self.pad(Self.size(of: cursor, sum), to: width, in: &output)
            output.bytes.append(contentsOf: Self.gap)
            for hasSibling in open { output.bytes.append(contentsOf: hasSibling ? Self.line : Self.space) }
            output.bytes.append(contentsOf: cursor.hasSibling ? Self.branch : Self.lastBranch)
            append(path[name...], cursor, to: &output)
            if let sum, depth + 1 == self.depth, sum.files > 0 {
                output.bytes.append(contentsOf: "  (\(Plural.count(sum.files, "file")))".utf8)
            }
            if let use = cursor.use { output.bytes.append(contentsOf: mark(use).utf8) }
            if cursor.origin == .existing { output.bytes.append(contentsOf: Self.existing) }
            output.bytes.append(UInt8(ascii: "\n"))
            open.append(cursor.hasSibling)
            try output.flushIfFull()
        }
    }

    private static let existing = Array("  (in S3 already)".utf8)
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

    /// The size in front of a row.
    private static func size(of cursor: LayoutCursor, _ sum: DirectorySums.Sum?) -> String {
        switch cursor.kind {
        case .file: text(ofSize: cursor.size)
        case .directory:
            sum.map { text(ofSum: $0.bytes, unknownSizes: $0.unknownSizes, files: $0.files) } ?? ""
        case .symlink: ""
        }
    }

    private static func text(ofSum bytes: Int64, unknownSizes: Int, files: Int) -> String {
        let known = ByteSize(bytes: bytes).description
        return unknownSizes == 0 ? known : unknownSizes == files ? "?" : "≥ " + known
    }

    private func widestSize(_ layout: PackedLayout, _ sums: ArraySlice<DirectorySums.Sum>) -> Int {
        var (widest, known): (Int, Int64?) = (0, nil)
        for sum in sums {
            let text = Self.text(ofSum: sum.bytes, unknownSizes: sum.unknownSizes, files: sum.files)
            widest = max(widest, text.count)
        }
        var cursor = layout.cursor()
        while cursor.next() {
            if let depth, cursor.depth >= depth { continue }
            // Where sizes are not known, mostly none of them is.
            if cursor.kind != .file || widest > 0 && cursor.size == known { continue }
            known = cursor.size
            widest = max(widest, Self.text(ofSize: known).utf8.count)
        }
        return widest
    }

    private static func text(ofSize size: Int64?) -> String { size.map { ByteSize(bytes: $0).description } ?? "?" }

    private static func pad(_ text: String, to width: Int, in output: inout OutputBuffer) {
        output.bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, width - text.count)))
        output.bytes.append(contentsOf: text.utf8)
    }
}
