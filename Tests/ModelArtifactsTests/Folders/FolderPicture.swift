/// A picture of who uses whom among folders in their order: a row and a column each, and a dot where the row's folder uses the
/// column's. All dots are below the diagonal, since each folder uses only those before it.
struct FolderPicture {
    /// One folder that uses another.
    struct Use: Hashable {
        let user: String
        let used: String
    }

    let chain: [String]
    let uses: Set<Use>

    private static let cell = 22
    private static let left = 104
    private static let top = 96

    /// The picture as SVG, which follows the colours of its reader.
    var svg: String {
        let width = Self.left + chain.count * Self.cell + 60
        let height = Self.top + chain.count * Self.cell + 12
        let rows = chain.indices.map { row in
            let middle = Self.top + row * Self.cell + Self.cell / 2
            let dots = chain.indices.filter { uses.contains(Use(user: chain[row], used: chain[$0])) }.map { column in
                "<circle cx=\"\(center(column))\" cy=\"\(middle)\" r=\"5\"/>"
            }
            return """
                <line x1="\(Self.left)" y1="\(middle)" x2="\(center(row))" y2="\(middle)"/>\
                <line x1="\(center(row))" y1="\(middle)" x2="\(center(row))" y2="\(height - 12)"/>
                <text x="\(Self.left - 8)" y="\(middle + 4)" text-anchor="end">\(chain[row])</text>
                <text transform="translate(\(center(row) + 4) \(middle - 12)) rotate(-45)">\(chain[row])</text>
                <rect x="\(center(row) - 5)" y="\(middle - 5)" width="10" height="10"/>\(dots.joined())

                """
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img">
            <title>Who uses whom among the folders of ModelArtifacts</title>
            <desc>\(description)</desc>
            <style>
            text { font: 13px system-ui, sans-serif; fill: #333 } line { stroke: #ccc } rect { fill: #999 } circle { fill: #06c }
            @media (prefers-color-scheme: dark) {
            text { fill: #ddd } line { stroke: #444 } rect { fill: #777 } circle { fill: #4af }
            }
            </style>
            \(rows.joined())</svg>

            """
    }

    /// The same in words.
    private var description: String {
        chain.map { folder in
            let used = chain.filter { uses.contains(Use(user: folder, used: $0)) }
            return "\(folder) uses \(used.isEmpty ? "nothing" : used.joined(separator: ", "))."
        }.joined(separator: " ")
    }

    private func center(_ column: Int) -> Int { Self.left + column * Self.cell + Self.cell / 2 }
}
