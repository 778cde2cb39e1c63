import ModelArtifacts

/// A layout as a tree, with sizes in front, those of directories the sums of what they hold, written row by row.
struct LayoutTree {
    private let style: Style
    /// How many levels are shown; nil for all.
    private let depth: Int?
    /// How many threads put rows into words.
    private let jobs: Int

    init(style: Style, depth: Int? = nil, jobs: Int) {
        self.style = style
        self.depth = depth
        self.jobs = jobs
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
        let sections = layout.map { LayoutSections($0, jobs: jobs) }
        let width = max(Self.width(of: total), try sections.map(widestSize) ?? 0)
        Self.pad(total, to: width, in: &output.bytes)
        output.bytes.append(contentsOf: "  \(style.bold("\(report.mount)/"))\n".utf8)
        try sections?.forEach {
            rows(of: $0, width: width)
        } take: { rows throws(ArtifactError) in
            try output.pass(rows)
        }
    }

    private func rows(of section: LayoutSections.Section, width: Int) -> [UInt8] {
        var output: [UInt8] = []
        var open = section.open
        var sums = section.sums
        var cursor = section.cursor()
        while cursor.next() {
            let depth = cursor.depth
            let sum = cursor.kind == .directory ? sums.popFirst() : nil
            if let most = self.depth, depth >= most { continue }
            open.removeLast(max(0, open.count - depth))
            Self.pad(Self.size(of: cursor, sum), to: width, in: &output)
            output.append("  ")
            for hasSibling in open { output.append(hasSibling ? "│   " : "    ") }
            output.append(cursor.hasSibling ? "├── " : "└── ")
            append(cursor, to: &output)
            if let sum, depth + 1 == self.depth, sum.files > 0 {
                output.append(contentsOf: "  (\(Plural.count(sum.files, "file")))".utf8)
            }
            if let use = cursor.use { output.append(contentsOf: mark(use).utf8) }
            if cursor.origin == .existing { output.append("  (in S3 already)") }
            output.append(UInt8(ascii: "\n"))
            open.append(cursor.hasSibling)
        }
        return output
    }

    private func append(_ cursor: LayoutCursor, to output: inout [UInt8]) {
        switch cursor.kind {
        case .directory where style.isColored:
            output.append(contentsOf: style.blue("\(ByteString(Array(cursor.name)))/").utf8)
        case .directory:
            Self.append(cursor.name, to: &output)
            output.append(UInt8(ascii: "/"))
        case .file: Self.append(cursor.name, to: &output)
        case .symlink:
            Self.append(cursor.name, to: &output)
            output.append(contentsOf: " -> \(cursor.target ?? "")".utf8)
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
    private static func append(_ name: ArraySlice<UInt8>, to output: inout [UInt8]) {
        let isPlain = unsafe name.withUnsafeBytes { bytes in
            unsafe bytes.count <= S3Limits.keyLength && ByteScan.endOfPrintableText(in: bytes, from: 0) == bytes.count
        }
        if isPlain {
            output.append(contentsOf: name)
        } else {
            output.append(contentsOf: ByteString(Array(name)).description.utf8)
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
        if unknownSizes > 0, unknownSizes == files { return "?" }
        let known = ByteSize(bytes: bytes).description
        return unknownSizes == 0 ? known : "≥ " + known
    }

    private func widestSize(_ sections: LayoutSections) throws(ArtifactError) -> Int {
        var widest = 0
        try sections.forEach(widestSize) { widest = max(widest, $0) }
        return widest
    }

    private func widestSize(_ section: LayoutSections.Section) -> Int {
        var (widest, known): (Int, Int64?) = (0, nil)
        for sum in section.sums {
            let text = Self.text(ofSum: sum.bytes, unknownSizes: sum.unknownSizes, files: sum.files)
            widest = max(widest, Self.width(of: text))
        }
        var cursor = section.cursor()
        var isFirst = true
        while cursor.next() {
            if let depth, cursor.depth >= depth { continue }
            // Where sizes are not known, mostly none of them is.
            if cursor.kind != .file || !isFirst && cursor.size == known { continue }
            (isFirst, known) = (false, cursor.size)
            widest = max(widest, Self.width(of: Self.text(ofSize: known)))
        }
        return widest
    }

    private static func text(ofSize size: Int64?) -> String { size.map { ByteSize(bytes: $0).description } ?? "?" }

    /// How many characters of a terminal a size takes.
    private static func width(of text: String) -> Int { text.unicodeScalars.count }

    private static func pad(_ text: String, to width: Int, in output: inout [UInt8]) {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, width - Self.width(of: text))))
        output.append(contentsOf: text.utf8)
    }
}
