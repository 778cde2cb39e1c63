/// The objects of a table.
final class TableObjects: ObjectIterator {
    private let table: ObjectTable
    private var index = 0

    init(_ table: ObjectTable) { self.table = table }

    func next() -> VerifiableObject? {
        guard index < table.count else { return nil }
        index += 1
        return table[index - 1]
    }
}
