/// The files and directories of a model by their names, as far as a container looks at them: a part of the layout, in bounded
/// memory.
package struct ModelFiles: Sendable {
    /// A file or a directory.
    package struct Entry: Hashable, Sendable {
        /// Relative to the model directory.
        package let path: ByteString
        /// In bytes; nil for directories and where a listing does not tell.
        package let size: Int64?
        package let isDirectory: Bool

        package var name: ByteString { path.lastComponent }
        /// The path of the directory that it is in; empty for the model directory.
        package var parent: ByteString { path.parent }
        /// Whether its name says that it holds weights, and it does not lie where names mean something else.
        var isWeights: Bool { !isDirectory && ModelNames.isWeights(path: path) }
        /// The number of its components.
        package var depth: Int { ByteScan.count(of: UInt8(ascii: "/"), in: path.bytes.span) + 1 }

        /// Whether its ``name`` is that one.
        fileprivate func isNamed(_ name: ByteString) -> Bool {
            path.hasSuffix(name) && (path.bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1 + name.count == path.count
        }

        /// Whether its ``parent`` is a directory.
        fileprivate func isInside(_ directory: ByteString) -> Bool {
            let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0
            return slash == directory.count && path.hasPrefix(directory)
        }
    }

    /// So many components a path can have to be kept whatever its name; of what lies deeper, not all is known.
    package static let knownDepth = 3
    /// The most entries that are kept.
    private static let limit = 50_000

    /// Sets of so many entries are emptied for the next model; to empty larger ones takes longer than to make new ones.
    private static let keptCapacity = 64

    /// What there is, in the order of the layout.
    package private(set) var entries: [Entry] = []
    /// Whether all entries could be kept: if not, nobody can say that one is missing.
    package private(set) var isComplete = true
    /// The contents of small files that were read as a whole.
    package private(set) var contents: [ByteString: [UInt8]] = [:]
    /// What the contents of other files tell.
    package private(set) var facts: [ByteString: ContentFacts] = [:]
    private var files: Set<ByteString> = []
    private var directories: Set<ByteString> = []

    package init() {}

    package mutating func add(_ path: ByteString, size: Int64?, isDirectory: Bool) {
        guard entries.count < Self.limit else { return isComplete = false }
        guard isDirectory ? directories.insert(path).inserted : files.insert(path).inserted else { return }
        entries.append(Entry(path: path, size: size, isDirectory: isDirectory))
    }

    package mutating func add(contents bytes: [UInt8], of path: ByteString) {
        contents[path] = bytes
    }

    package mutating func add(_ found: ContentFacts, of path: ByteString) {
        facts[path] = found
    }

    /// Forgets everything but the memory that it took.
    package mutating func removeAll() {
        // What is empty need not be its own.
        if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
        if !files.isEmpty { files.removeAll(keepingCapacity: files.count < Self.keptCapacity) }
        if !directories.isEmpty { directories.removeAll(keepingCapacity: directories.count < Self.keptCapacity) }
        if !contents.isEmpty { contents = [:] }
        if !facts.isEmpty { facts = [:] }
        isComplete = true
    }

    package func hasFile(_ path: ByteString) -> Bool { files.contains(path) }

    package func hasDirectory(_ path: ByteString) -> Bool { directories.contains(path) }

    /// What lies in a directory itself; empty for the model directory.
    package func inside(_ directory: ByteString) -> [Entry] { entries.filter { $0.isInside(directory) } }

    /// The files in a directory itself.
    package func files(in directory: ByteString) -> [Entry] { inside(directory).filter { !$0.isDirectory } }

    /// The files of a name, wherever they are.
    package func files(named name: ByteString) -> [Entry] { entries.filter { !$0.isDirectory && $0.isNamed(name) } }

    /// Of the files that meet a condition the one that lies least deep, and of several of these the first that is preferred.
    func shallowestFile(
        where condition: (Entry) -> Bool, preferring isPreferred: (Entry) -> Bool = { _ in true }
    ) -> Entry? {
        let found = entries.filter { !$0.isDirectory && condition($0) }
        guard let depth = found.map(\.depth).min() else { return nil }
        let nearest = found.filter { $0.depth == depth }
        return nearest.first(where: isPreferred) ?? nearest.first
    }

    /// Whether one of some names is a file in a directory.
    package func has(anyOf names: [String], in directory: ByteString = "") -> Bool {
        names.contains { hasFile(directory.appending(ByteString($0))) }
    }
}

extension ByteString {
    /// The path of something in the directory that this one names.
    package func appending(_ name: ByteString) -> ByteString { isEmpty ? name : self + "/" + name }

    /// Whether it consists of digits, at least one.
    package var isNumber: Bool {
        !isEmpty && bytes.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    }

    /// Whether the bytes of a text stand somewhere in it.
    package func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        var start = 0
        while let found = bytes[start...(bytes.count - wanted.count)].firstIndex(of: first) {
            if bytes[found..<(found + wanted.count)].elementsEqual(wanted) { return true }
            start = found + 1
            if start > bytes.count - wanted.count { return false }
        }
        return false
    }

    /// Whether it ends with one of these.
    package func hasSuffix(anyOf suffixes: [String]) -> Bool { suffixes.contains { bytes.span.ends(with: $0) } }
}
