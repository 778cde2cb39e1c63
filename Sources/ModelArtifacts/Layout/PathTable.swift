#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Paths with what is known of them, for sources that do not come in byte order.
///
/// The names lie one behind the other in one array, so that an entry costs its name and a few tens of bytes.
package struct PathTable {
    private struct Entry {
        var offset: Int
        var length: Int
        var file: LayoutFile
    }

    private var names: [UInt8] = []
    private var entries: [Entry] = []

    package init() {}

    /// The number of paths.
    package var count: Int { entries.count }

    /// Adds a path. Equal paths stay in the order in which they were added.
    package mutating func append(_ path: Span<UInt8>, _ file: LayoutFile) {
        entries.append(Entry(offset: names.count, length: path.count, file: file))
        unsafe path.withUnsafeBufferPointer { unsafe names.append(contentsOf: $0) }
    }

    /// Puts the paths into byte order.
    package mutating func sort() {
        let unsorted = entries
        unsafe names.withUnsafeBufferPointer { names in
            guard let base = names.baseAddress else { return }
            // Numbers are cheaper to move than entries.
            let order = unsorted.indices.sorted { left, right in
                unsafe Self.precedes(unsorted[left], unsorted[right], base)
            }
            entries = order.map { unsorted[$0] }
        }
    }

    /// Whether the table, which must be sorted, holds a path.
    package func contains(_ path: ByteString) -> Bool { file(at: path) != nil }

    /// What the table, which must be sorted, knows of a path. Of equal paths it is the one that was added last.
    package func file(at path: ByteString) -> LayoutFile? {
        let index = firstIndex { $0.lexicographicallyPrecedes(path.bytes) || $0.elementsEqual(path.bytes) } - 1
        guard index >= 0, name(of: index).elementsEqual(path.bytes) else { return nil }
        return entries[index].file
    }

    /// Whether the table, which must be sorted, holds a directory of this path or something below it.
    package func containsDirectory(_ path: ByteString) -> Bool {
        guard !path.isEmpty else { return true }
        let start = path.bytes + [UInt8(ascii: "/")]
        let index = firstIndex { $0.lexicographicallyPrecedes(start) }
        return index < entries.count && name(of: index).starts(with: start)
    }

    private func name(of index: Int) -> ArraySlice<UInt8> {
        names[entries[index].offset..<(entries[index].offset + entries[index].length)]
    }

    /// The first index whose path does not come before what is sought.
    private func firstIndex(where precedes: (ArraySlice<UInt8>) -> Bool) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if precedes(name(of: middle)) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Calls `body` with each path, which is valid only during the call.
    package func forEach<Failure: Error>(_ body: (Span<UInt8>, LayoutFile) throws(Failure) -> Void) throws(Failure) {
        let span = names.span
        for entry in entries {
            try body(span.extracting(entry.offset..<(entry.offset + entry.length)), entry.file)
        }
    }

    private static func precedes(_ left: Entry, _ right: Entry, _ names: UnsafePointer<UInt8>) -> Bool {
        let order = unsafe memcmp(names + left.offset, names + right.offset, min(left.length, right.length))
        if order != 0 { return order < 0 }
        return left.length == right.length ? left.offset < right.offset : left.length < right.length
    }
}
