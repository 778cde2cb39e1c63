/// What both sides of a comparison have, in the order of the paths, each path once.
struct ObjectMerge {
    /// A path that is on one side or on both.
    struct Pair {
        let expected: VerifiableObject?
        let actual: VerifiableObject?
    }

    /// One side with the object that comes next.
    private struct Side {
        let objects: any ObjectIterator
        let location: ByteString
        var upcoming: VerifiableObject?
        var isInOrder = true

        init(_ side: ComparedSide) throws(ArtifactError) {
            objects = try side.objects()
            location = side.location
            upcoming = try objects.next()
        }

        /// Takes the object that comes next.
        mutating func take() throws(ArtifactError) -> VerifiableObject? {
            let taken = upcoming
            upcoming = try objects.next()
            guard let taken, let upcoming else { return taken }
            switch PathOrder(taken.path, upcoming.path) {
            case .before: break
            case .equal: throw ArtifactError(.malformedInput, "\(location): names '\(taken.path)' more than once")
            case .behind: isInOrder = false
            }
            return taken
        }
    }

    private var expected: Side
    private var actual: Side

    /// Begins at the first objects.
    init(_ expected: ComparedSide, _ actual: ComparedSide) throws(ArtifactError) {
        self.expected = try Side(expected)
        self.actual = try Side(actual)
    }

    /// Whether what is expected has come in order so far.
    var expectedIsInOrder: Bool { expected.isInOrder }
    /// Whether what is there has come in order so far.
    var actualIsInOrder: Bool { actual.isInOrder }

    /// The next path; nil at the end, or as soon as a side turns out not to be in order.
    ///
    /// - Throws: ``ArtifactError``, with code `malformedInput` if a side has a path twice.
    mutating func next() throws(ArtifactError) -> Pair? {
        guard expected.isInOrder, actual.isInOrder else { return nil }
        switch (expected.upcoming, actual.upcoming) {
        case (nil, nil): return nil
        case (_?, nil): return Pair(expected: try expected.take(), actual: nil)
        case (nil, _?): return Pair(expected: nil, actual: try actual.take())
        case (let left?, let right?):
            switch PathOrder(left.path, right.path) {
            case .before: return Pair(expected: try expected.take(), actual: nil)
            case .behind: return Pair(expected: nil, actual: try actual.take())
            case .equal: return Pair(expected: try expected.take(), actual: try actual.take())
            }
        }
    }
}

/// The order of two paths by their bytes.
private enum PathOrder {
    case before, equal, behind

    init(_ left: ByteString, _ right: ByteString) {
        let shared = ByteScan.commonPrefix(left.bytes.span, right.bytes.span)
        if shared == left.count {
            self = shared == right.count ? .equal : .before
        } else {
            self = shared < right.count && left.bytes[shared] < right.bytes[shared] ? .before : .behind
        }
    }
}
