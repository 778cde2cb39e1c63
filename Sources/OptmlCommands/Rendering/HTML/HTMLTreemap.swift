import ModelArtifacts

/// The treemap of a page as SVG, whose colours are attributes, so that they are there without a style sheet.
struct HTMLTreemap {
    private static let (width, height) = (1080.0, 360.0)

    /// What stands above it.
    static let legend =
        "Each area is as large as its file or directory, and leads to it in the tree below. Red has an error, brown a warning, blue a note."

    let tree: PageTree

    func write(to html: inout HTMLWriter) {
        let area = Treemap.Rectangle(x: 0, y: 0, width: Self.width, height: Self.height)
        html.markup(
            "<svg viewBox=\"0 0 1080 360\" role=\"group\" aria-labelledby=\"map-title map-text\">")
        html.element("title", [("id", "map-title")], "Sizes of files and directories")
        html.element(
            "desc", [("id", "map-text")],
            "Each area is as large as the file or directory; its colour tells the worst that is said of it.")
        for cell in Treemap.cells(of: tree.root, in: area) { write(cell, to: &html) }
        html.markup("</svg>\n")
    }

    private func write(_ cell: Treemap.Cell, to html: inout HTMLWriter) {
        let rectangle = cell.rectangle
        let path = (cell.path.isEmpty ? "\(tree.root.name)" : cell.path.map { "\($0.name)" }.joined(separator: "/"))
        let severity = cell.isRest ? nil : cell.entry.worst
        let size = cell.isRest ? "what else is in it" : ByteSize(bytes: cell.entry.bytes ?? 0).description
        // The closest entry around it that the page has.
        let target = cell.path.last { $0.number > 0 } ?? tree.root
        html.begin("a", [("href", "#e\(target.number)")])
        html.begin(
            "rect",
            [
                ("x", Self.number(rectangle.x)), ("y", Self.number(rectangle.y)),
                ("width", Self.number(max(rectangle.width - 1, 1))),
                ("height", Self.number(max(rectangle.height - 1, 1))),
                ("fill", HTMLStyle.fill(severity)),
            ])
        html.element("title", HTMLWriter.cut(path, to: 100) + ", \(size)" + (severity.map { ", \($0.rawValue)" } ?? ""))
        html.end("rect")
        // A letter is about seven units wide.
        let room = Int((rectangle.width - 10) / 7)
        if !cell.isRest, room >= 4, rectangle.height >= 18 {
            let ending = cell.entry.kind == .directory ? "/" : ""
            let (whole, name) = (path + ending, "\(cell.entry.name)" + ending)
            // Where there is room, one sees which directory it is in.
            let shown = whole.unicodeScalars.count <= room ? whole : name
            let label = shown.unicodeScalars.count <= room ? shown : HTMLWriter.cut(shown, to: max(room - 1, 1))
            write(label, at: (rectangle.x + 5, rectangle.y + 14), to: &html)
            if rectangle.height >= 34, size.unicodeScalars.count <= room {
                write(size, at: (rectangle.x + 5, rectangle.y + 29), to: &html)
            }
        }
        html.markup("</a>\n")
    }

    private func write(_ text: String, at place: (x: Double, y: Double), to html: inout HTMLWriter) {
        html.element(
            "text",
            [
                ("x", Self.number(place.x)), ("y", Self.number(place.y)), ("fill", "#ffffff"), ("font-size", "12"),
                ("font-family", "sans-serif"),
            ], text)
    }

    /// To one decimal, the same in every locale.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
