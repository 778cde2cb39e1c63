/// Where in keys models begin.
public struct ModelPrefixes: Sendable {
    private enum Places: Sendable {
        case depth(Int)
        /// Sorted; none begins with another.
        case prefixes([ByteString])
    }

    private let places: Places
    /// Where the prefix was found that was asked for last: keys of one model mostly follow each other.
    private var latest = 0

    private init(_ places: Places) { self.places = places }

    /// Every prefix of so many components, 1 or more.
    public static func depth(_ depth: Int) -> ModelPrefixes { ModelPrefixes(.depth(max(1, depth))) }

    /// Prefixes, which end with a slash or are empty, as few sets of them as there have to be so that in none a model lies within
    /// another: those on the outside first.
    static func sets(of prefixes: [ByteString]) -> [ModelPrefixes] {
        var sets: [[ByteString]] = []
        // In byte order, what begins with a prefix comes behind it.
        var enclosing: [ByteString] = []
        for prefix in Set(prefixes).sorted() {
            while let last = enclosing.last, !prefix.hasPrefix(last) { enclosing.removeLast() }
            if sets.count == enclosing.count { sets.append([]) }
            sets[enclosing.count].append(prefix)
            enclosing.append(prefix)
        }
        return sets.map { ModelPrefixes(.prefixes($0)) }
    }

    /// The prefixes, where they are known beforehand.
    var known: [ByteString] {
        switch places {
        case .depth: []
        case .prefixes(let prefixes): prefixes
        }
    }

    /// Where in a key its path in a model begins; nil if it is in none.
    ///
    /// - Parameter start: where the part of the key begins whose components are counted.
    mutating func pathStart(of key: Span<UInt8>, from start: Int) -> Int? {
        switch places {
        case .depth(var depth):
            var end = start
            while depth > 0 {
                guard let slash = ByteScan.firstSlash(in: key, from: end) else { return nil }
                end = slash + 1
                depth -= 1
            }
            return end
        case .prefixes(let prefixes):
            if latest < prefixes.count, Self.begins(key, with: prefixes[latest]) { return prefixes[latest].count }
            // The one that a key begins with is the last that is not behind it.
            var (low, high) = (0, prefixes.count)
            while low < high {
                let middle = (low + high) / 2
                if Self.stands(prefixes[middle], behind: key) { high = middle } else { low = middle + 1 }
            }
            guard low > 0, Self.begins(key, with: prefixes[low - 1]) else { return nil }
            latest = low - 1
            return prefixes[latest].count
        }
    }

    private static func begins(_ key: Span<UInt8>, with prefix: ByteString) -> Bool {
        ByteScan.commonPrefix(key, prefix.bytes.span) == prefix.count
    }

    private static func stands(_ prefix: ByteString, behind key: Span<UInt8>) -> Bool {
        let shared = ByteScan.commonPrefix(key, prefix.bytes.span)
        if shared == prefix.count { return false }
        return shared == key.count || prefix.bytes[shared] > key[shared]
    }
}
