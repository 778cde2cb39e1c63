/// What both sides of a comparison have, in the order of the paths, each path once.
struct ObjectMerge {
    /// A path that is on one side or on both.
    struct Pair {
        let expected: VerifiableObject?
        let actual: VerifiableObject?
    }

    private var expected: ObjectReader
    private var actual: ObjectReader
    private let passesSame: Bool
    /// How many objects were passed by.
    private(set) var passed = 0

    /// Begins at the first objects.
    ///
    /// - Parameter passesSame: whether objects are only counted that are plainly the same on both sides.
    init(_ expected: ComparedSide, _ actual: ComparedSide, passesSame: Bool = false) throws(ArtifactError) {
        self.expected = try expected.reader()
        self.actual = try actual.reader()
        self.passesSame = passesSame
        try self.expected.next()
        try self.actual.next()
    }

    /// Whether what is expected has come in order so far.
    var expectedIsInOrder: Bool { expected.isInOrder }
    /// Whether what is there has come in order so far.
    var actualIsInOrder: Bool { actual.isInOrder }

    /// The next path; nil at the end, or as soon as a side turns out not to be in order.
    ///
    /// - Throws: ``ArtifactError``, with code `malformedInput` if a side has a path twice.
    mutating func next() throws(ArtifactError) -> Pair? {
        while expected.isInOrder, actual.isInOrder, expected.isThere || actual.isThere {
            let order = !expected.isThere ? 1 : !actual.isThere ? -1 : expected.order(with: actual)
            if order == 0, passesSame, expected.isPlainlySame(as: actual) {
                passed += 1
                try expected.next()
                try actual.next()
                continue
            }
            let pair = Pair(
                expected: order <= 0 ? expected.object : nil, actual: order >= 0 ? actual.object : nil)
            if order <= 0 { try expected.next() }
            if order >= 0 { try actual.next() }
            return pair
        }
        return nil
    }
}
