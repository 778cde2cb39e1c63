/// Objects in memory that come one after another.
protocol ObjectIterator: AnyObject {
    /// The next object; nil at the end.
    func next() -> VerifiableObject?
}

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

/// Objects of which there are few.
final class ListedObjects: ObjectIterator {
    private var rest: ArraySlice<VerifiableObject>

    init(_ objects: [VerifiableObject]) { rest = objects[...] }

    func next() -> VerifiableObject? { rest.popFirst() }
}
