/// Goes through the rows of the layout of a listing.
struct ListedRows {
    private var records: SpilledRecords
    /// Whether there is a row.
    private(set) var isThere = false
    private(set) var facts = ObjectFacts()
    /// Whether the row before is that of a directory with nothing in it.
    private(set) var previousIsEmpty = false

    init(_ spill: LayoutSpill) { records = spill.records() }

    /// Goes to the next row.
    mutating func next() throws(ArtifactError) {
        let (wasDirectory, count) = (facts.isDirectory, records.pathCount)
        isThere = try records.next()
        previousIsEmpty = wasDirectory && (!isThere || records.shared < count)
        guard isThere else { return }
        var place = records.content.lowerBound
        facts = ObjectFacts(records.buffer.span, at: &place)
    }

    /// Below 0, 0 or above 0 where the row comes before that of the other side, has the same path, or comes behind it.
    func order(with other: ListedRows) -> Int {
        ByteScan.order(
            records.path.span.extracting(0..<records.pathCount),
            other.records.path.span.extracting(0..<other.records.pathCount))
    }

    /// Whether a file has the same contents as one of the other side, as far as sizes and ETags tell.
    func isSame(as other: ListedRows) -> Bool {
        if facts.size != nil, facts.size == other.facts.size, facts.digest != nil, facts.digest == other.facts.digest {
            return true
        }
        return ContentMatch(file(under: ""), other.file(under: "")) == .same
    }

    /// The row as a layout has it.
    func file(under mount: ByteString) -> ComparedFile {
        let end = facts.isDirectory ? records.pathCount - 1 : records.pathCount
        let path = mount + "/" + ByteString(records.path.span.extracting(0..<end))
        var attributes = FileAttributes()
        attributes.upload = facts.upload
        attributes.hasOpaqueETag = facts.encryption != nil
        let row = LayoutRow(
            path: path, kind: facts.isDirectory ? .directory : .file, size: facts.size, etag: facts.etag)
        return ComparedFile(row: row, attributes: attributes, isListed: true)
    }
}
