import ModelArtifacts

/// A file or directory in the tree of a page.
final class PageEntry {
    /// What became of it, in a comparison.
    enum Mark: String {
        case added = "+"
        case removed = "-"
        case changed = "~"
        case moved = ">"
        case unverifiable = "?"

        var words: String {
            switch self {
            case .added: "added"
            case .removed: "removed"
            case .changed: "changed"
            case .moved: "moved"
            case .unverifiable: "cannot be compared"
            }
        }

        /// The class that colours it.
        var style: String {
            switch self {
            case .added: "good"
            case .removed: "error"
            case .changed, .unverifiable: "warning"
            case .moved: "note"
            }
        }
    }

    /// The last component of the path; the absolute path of the root.
    let name: ByteString
    var kind: LayoutRow.Kind
    /// In bytes; nil where it is not known.
    var bytes: Int64?
    /// The files and links in a directory, at any depth.
    var files = 0
    /// What else is known of it, in words.
    var remark: String?
    var mark: Mark?
    var children: [PageEntry] = []
    /// The files below it that have no entry, and the sum of their known sizes in bytes.
    var hidden: (files: Int, bytes: Int64) = (0, 0)
    /// The numbers of the findings on it, from 0, in the order of the report.
    var findings: [Int] = []
    /// The worst that is said of it.
    var severity: Severity?
    /// The worst that is said of it or of anything in it.
    var worst: Severity?
    /// Its number in the page, from 1; 0 if there was no room for it.
    var number = 0
    /// Where a name is in ``children``, made when one is looked for.
    private var positions: [ByteString: Int]?

    init(name: ByteString, kind: LayoutRow.Kind) {
        self.name = name
        self.kind = kind
    }

    convenience init(_ entry: LayoutDigest.Entry) {
        self.init(name: entry.name, kind: entry.kind)
        bytes = entry.kind == .symlink || (entry.files > 0 && entry.unknownSizes == entry.files) ? nil : entry.bytes
        if entry.files > entry.unknownSizes, entry.unknownSizes > 0 { remark = "and sizes that are not known" }
        if let target = entry.target { remark = "→ \(target)" }
        if entry.isLeftover { remark = "in S3 already" }
        files = entry.kind == .directory ? entry.files : 0
        hidden = (entry.hiddenFiles, entry.hiddenBytes)
        children = entry.children.map(PageEntry.init)
    }

    /// The entry of a name in it; nil if it has none.
    func child(_ name: ByteString) -> PageEntry? {
        if positions == nil {
            positions = Dictionary(children.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return positions?[name].map { children[$0] }
    }

    func append(_ child: PageEntry) {
        if positions?[child.name] == nil { positions?[child.name] = children.count }
        children.append(child)
    }
}
