/// Objects of which there are few.
final class ListedObjects: ObjectIterator {
    private var rest: ArraySlice<VerifiableObject>

    init(_ objects: [VerifiableObject]) { rest = objects[...] }

    func next() -> VerifiableObject? { rest.popFirst() }
}
