/// Files that only one side has, and whose contents the other side has at another path.
struct MovedFiles {
    /// The numbers of the rows of both sides.
    private(set) var pairs: [(old: Int, new: Int)] = []

    /// Finds the files among rows that only one side has. Of several with the same contents, those of the same name belong
    /// together, then the first ones. Empty files are all alike and not looked for.
    init(_ old: LayoutSide, _ onlyOld: [Int], _ new: LayoutSide, _ onlyNew: [Int]) {
        let olds = onlyOld.filter { Self.isSought(old.rows[$0]) }
        let news = onlyNew.filter { Self.isSought(new.rows[$0]) }
        guard !olds.isEmpty, !news.isEmpty else { return }
        // The rows with the same contents, the first one last.
        var byContent: [Content: [Int]] = [:]
        var byName: [Content: [Int]] = [:]
        for index in olds.reversed() {
            let file = old.file(index)
            for etag in file.etags where etag.canBeMD5 || etag.partCount != nil {
                byContent[Content(etag: etag, size: file.size), default: []].append(index)
                let named = Content(etag: etag, size: file.size, name: file.row.path.lastComponent)
                byName[named, default: []].append(index)
            }
        }
        var taken: Set<Int> = []
        /// Takes the first row that is left.
        func take(_ rows: inout [Int]?) -> Int? {
            while let index = rows?.popLast() {
                if taken.insert(index).inserted { return index }
            }
            return nil
        }
        var left: [Int] = []
        for index in news {
            let file = new.file(index)
            var match: Int?
            for etag in file.etags where match == nil {
                match = take(&byName[Content(etag: etag, size: file.size, name: file.row.path.lastComponent)])
            }
            if let match { pairs.append((match, index)) } else { left.append(index) }
        }
        for index in left {
            let file = new.file(index)
            var match: Int?
            for etag in file.etags where match == nil { match = take(&byContent[Content(etag: etag, size: file.size)]) }
            if let match { pairs.append((match, index)) }
        }
    }

    /// What tells contents apart, with a name or without.
    private struct Content: Hashable {
        let etag: ETag
        let size: Int64?
        var name: ByteString?
    }

    private static func isSought(_ row: LayoutRow) -> Bool { row.kind == .file && (row.size ?? 0) > 0 }
}
