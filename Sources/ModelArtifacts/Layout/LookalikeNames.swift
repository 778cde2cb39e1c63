/// The names in each directory on the way down that may be taken for one another, because they differ only by case or are the same
/// characters in different bytes.
///
/// Names with capitals or bytes beyond ASCII are kept, in a table of their directory; others, which in byte order come after those
/// they can be taken for, are looked up where one of their length is kept. The tables hold keyed hashes
/// (``FoldedNameHash``), so names cannot be chosen to collide, and only names of the same hash are compared as text. An entry costs
/// its name and a few tens of bytes; going from directory to directory costs nothing.
struct LookalikeNames {
    /// Takes a name, where it begins in its path, the first name in its directory that it may be taken for, and why.
    typealias Body = (_ path: Span<UInt8>, _ name: Int, _ earlier: ByteString, _ likeness: Likeness) -> Void

    /// A directory in which names are kept.
    private struct Level {
        /// Where its path ends, the slash included.
        var end = 0
        /// Where its names begin.
        var namesStart = 0
        /// The lengths, modulo 64, of the ASCII names that names in it or in those before it may be taken for.
        var lengths: UInt64 = 0
        var table = FoldedNameTable()
        /// Names whose hash is not theirs alone, by their text.
        var texts = LookalikeTexts()
    }

    private var levels: [Level] = []
    /// How many of these are in use, each in the one before.
    private var depth = 0
    private var names: [UInt8] = []

    /// Forgets all names.
    mutating func removeAll() { if !levels.isEmpty { self = LookalikeNames() } }

    /// Passes over a path whose names that the one before does not have are none to be kept or looked up, as those of nearly all.
    ///
    /// - Parameter shared: how many bytes both have in common.
    /// - Returns: false if it has to be added.
    @inline(__always)
    mutating func pass(_ path: Span<UInt8>, sharing shared: Int) -> Bool {
        if depth > 0 { leave(beyond: shared) }
        let start = ByteScan.endOfLastSlash(in: path.extracting(0..<shared))
        let classes = ByteScan.classes(of: path, from: start)
        return !classes.hasCapital && !classes.hasNonASCII && (depth == 0 || levels[depth - 1].end != start)
    }

    /// Looks at the names of a path that the one before does not have.
    ///
    /// - Parameter shared: how many bytes both have in common.
    @inline(__always)
    mutating func add(_ path: Span<UInt8>, sharing shared: Int, _ body: Body) {
        if depth > 0 { leave(beyond: shared) }
        let start = ByteScan.endOfLastSlash(in: path.extracting(0..<shared))
        let classes = ByteScan.classes(of: path, from: start)
        if classes.hasCapital || classes.hasNonASCII {
            keepNames(of: path, from: start, body)
        } else if depth > 0, levels[depth - 1].end == start {
            // In the directories below nothing is kept yet.
            let end = ByteScan.firstSlash(in: path, from: start) ?? path.count
            lookUp(path.extracting(0..<end), name: start, body)
        }
    }

    /// Looks at the names of a run of ordinary files.
    ///
    /// - Parameter previous: the path before.
    mutating func add(_ run: OrdinaryRun, behind previous: Span<UInt8>, _ body: Body) {
        guard run.areFolded || depth > 0 && levels[depth - 1].lengths & run.lengths != 0 else {
            return leave(beyond: run.shared)
        }
        var before: PathReference?
        run.forEach { path in
            let bytes = unsafe path.bytes.span
            if let before {
                add(bytes, sharing: ByteScan.commonPrefix(unsafe before.bytes.span, bytes), body)
            } else {
                add(bytes, sharing: ByteScan.commonPrefix(previous, bytes), body)
            }
            before = path
        }
    }

    private mutating func leave(beyond shared: Int) {
        while depth > 0, levels[depth - 1].end > shared {
            depth -= 1
            names.removeLast(names.count - levels[depth].namesStart)
        }
    }

    private mutating func enter(directoryEndingAt end: Int) {
        let lengths = depth > 0 ? levels[depth - 1].lengths : 0
        if depth == levels.count { levels.append(Level()) }
        levels[depth].end = end
        levels[depth].namesStart = names.count
        levels[depth].lengths = lengths
        levels[depth].table.removeAll()
        levels[depth].texts.removeAll()
        depth += 1
    }

    private mutating func keepNames(of path: Span<UInt8>, from start: Int, _ body: Body) {
        var start = start
        while start < path.count {
            let end = ByteScan.firstSlash(in: path, from: start) ?? path.count
            let part = path.extracting(0..<end)
            let classes = ByteScan.classes(of: part, from: start)
            if classes.hasCapital || classes.hasNonASCII {
                if depth == 0 || levels[depth - 1].end != start { enter(directoryEndingAt: start) }
                keep(part, name: start, hasNonASCII: classes.hasNonASCII, body)
            } else if depth > 0, levels[depth - 1].end == start {
                lookUp(part, name: start, body)
            }
            start = end + 1
        }
    }

    private mutating func keep(_ path: Span<UInt8>, name start: Int, hasNonASCII: Bool, _ body: Body) {
        let name = path.extracting(start..<path.count)
        let level = depth - 1
        let hash = FoldedNameHash.hash(of: name, hasNonASCII: hasNonASCII)
        let place = names.count..<names.count + name.count
        guard let earlier = levels[level].table.insert(hash, place) else {
            unsafe name.withUnsafeBufferPointer { unsafe names.append(contentsOf: $0) }
            // Which of the plain names may be taken for it.
            let length = hasNonASCII ? FoldedNameHash.ascii(name)?.count : name.count
            if let length { levels[level].lengths |= 1 &<< UInt64(length) }
            return
        }
        compare(path, name: start, with: earlier, hash, isKept: true, body)
    }

    private mutating func lookUp(_ path: Span<UInt8>, name start: Int, _ body: Body) {
        let name = path.extracting(start..<path.count)
        guard !name.isEmpty, levels[depth - 1].lengths & (1 &<< UInt64(name.count)) != 0 else { return }
        let hash = KeyedHash.hash(of: name)
        guard let earlier = levels[depth - 1].table.place(of: hash) else { return }
        compare(path, name: start, with: earlier, hash, isKept: false, body)
    }

    /// Compares a name with those of the same hash.
    private mutating func compare(
        _ path: Span<UInt8>, name start: Int, with earlier: FoldedNameTable.Place, _ hash: UInt64, isKept: Bool,
        _ body: Body
    ) {
        let level = depth - 1
        let name = ByteString(path.extracting(start..<path.count))
        if case .name(let place) = earlier {
            let first = ByteString(Array(names[place]))
            // Mostly they are the same but for the case of ASCII letters, and no text has to be made of them.
            if let isLike = Self.differOnlyByCase(first.bytes, name.bytes) {
                if isLike {
                    if first != name { body(path, start, first, .case) }
                    return
                }
            }
            levels[level].table.setShared(hash)
            _ = levels[level].texts.add(first, isKept: true)
        }
        let found = levels[level].texts.add(name, isKept: isKept)
        if let earlier = found.sameCase { body(path, start, earlier, .case) }
        if let earlier = found.sameText { body(path, start, earlier, .text) }
    }

    /// Whether two names of ASCII are the same but for the case of letters; nil if one is not ASCII.
    private static func differOnlyByCase(_ left: [UInt8], _ right: [UInt8]) -> Bool? {
        guard left.allSatisfy({ $0 < 0x80 }), right.allSatisfy({ $0 < 0x80 }) else { return nil }
        return left.count == right.count
            && zip(left, right).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && ($0 | 0x20) &- UInt8(ascii: "a") < 26) }
    }
}
