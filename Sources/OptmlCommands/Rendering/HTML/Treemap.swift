import ModelArtifacts

/// Divides a rectangle among entries by their sizes, so that the pieces are as close to squares as that goes.
///
/// Source: Mark Bruls, Kees Huizing, Jarke van Wijk, Squarified Treemaps, 2000.
struct Treemap {
    /// A piece of the area.
    struct Rectangle {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
    }

    struct Cell {
        let entry: PageEntry
        /// The names from the root on.
        let path: [PageEntry]
        /// Whether it stands for what is left of a directory besides the cells of its parts.
        let isRest: Bool
        let rectangle: Rectangle
    }

    /// How many cells there are at most, but for the rest that each directory has.
    static let mostCells = 150
    /// What is smaller could be neither seen nor hit; in units of the area.
    private static let leastArea = 60.0

    private let rectangle: Rectangle
    /// Units of the area for a byte.
    private let scale: Double
    /// The directories whose contents are shown.
    private let expanded: Set<ObjectIdentifier>
    private var cells: [Cell] = []

    /// The cells of a tree: files, directories of which no more is to be shown, and what is left of others.
    static func cells(of root: PageEntry, in rectangle: Rectangle) -> [Cell] {
        var map = Treemap(root, in: rectangle)
        map.divide(root, [], rectangle)
        return map.cells
    }

    /// Decides what is shown: the largest directory is the next to be opened, as long as there is room.
    private init(_ root: PageEntry, in rectangle: Rectangle) {
        self.rectangle = rectangle
        let scale = rectangle.width * rectangle.height / max(Double(root.bytes ?? 0), 1)
        self.scale = scale
        var (expanded, count): (Set<ObjectIdentifier>, Int) = ([ObjectIdentifier(root)], 0)
        var directories = [root]
        while let next = directories.indices.max(by: { (directories[$0].bytes ?? 0) < (directories[$1].bytes ?? 0) }) {
            let directory = directories.remove(at: next)
            let parts = Self.parts(of: directory, scale)
            guard !parts.isEmpty, directory === root || count + parts.count <= Self.mostCells else { continue }
            expanded.insert(ObjectIdentifier(directory))
            count += parts.count
            directories += parts.filter { $0.kind == .directory }
        }
        self.expanded = expanded
    }

    /// What of a directory is large enough to be shown, the largest first.
    private static func parts(of entry: PageEntry, _ scale: Double) -> [PageEntry] {
        let parts = entry.children.filter { Double($0.bytes ?? 0) * scale >= leastArea }
            .sorted { ($0.bytes ?? 0) > ($1.bytes ?? 0) }
        return Array(parts.prefix(mostCells))
    }

    private mutating func divide(_ entry: PageEntry, _ path: [PageEntry], _ rectangle: Rectangle) {
        let parts = expanded.contains(ObjectIdentifier(entry)) ? Self.parts(of: entry, scale) : []
        var rest = rectangle
        var remaining = parts[...]
        while !remaining.isEmpty, rest.width >= 1, rest.height >= 1 {
            let row = Self.row(of: remaining, along: min(rest.width, rest.height), scale)
            let area = row.reduce(0) { $0 + Double($1.bytes ?? 0) * scale }
            let isColumn = rest.width >= rest.height
            let thickness = area / (isColumn ? rest.height : rest.width)
            var offset = 0.0
            for part in row {
                let length = Double(part.bytes ?? 0) * scale / max(thickness, 1e-9)
                let piece =
                    isColumn
                    ? Rectangle(x: rest.x, y: rest.y + offset, width: thickness, height: length)
                    : Rectangle(x: rest.x + offset, y: rest.y, width: length, height: thickness)
                offset += length
                divide(part, path + [part], piece)
            }
            if isColumn {
                rest.x += thickness
                rest.width -= thickness
            } else {
                rest.y += thickness
                rest.height -= thickness
            }
            remaining = remaining.dropFirst(row.count)
        }
        // A file, a closed directory, or what an open one has left besides its parts.
        if rest.width >= 1, rest.height >= 1, !path.isEmpty || !parts.isEmpty {
            cells.append(Cell(entry: entry, path: path, isRest: !parts.isEmpty, rectangle: rest))
        }
    }

    /// The next entries that go side by side: as many as make the worst of them more of a square.
    private static func row(of entries: ArraySlice<PageEntry>, along side: Double, _ scale: Double) -> [PageEntry] {
        var row: [PageEntry] = []
        var (area, worst) = (0.0, Double.infinity)
        for entry in entries {
            let (first, size) = (Double((row.first ?? entry).bytes ?? 0) * scale, Double(entry.bytes ?? 0) * scale)
            let sum = area + size
            let (square, side) = (sum * sum, side * side)
            let ratio = max(side * first / square, square / (side * max(size, 1e-9)))
            guard ratio <= worst || row.isEmpty else { break }
            (area, worst) = (sum, ratio)
            row.append(entry)
        }
        return row
    }
}
