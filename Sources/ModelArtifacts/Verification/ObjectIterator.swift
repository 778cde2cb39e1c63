/// Objects in memory that come one after another.
protocol ObjectIterator: AnyObject {
    /// The next object; nil at the end.
    func next() -> VerifiableObject?
}
