import ModelArtifacts

/// What is to be found in a listing, by sets of paths and no more thought than that.
struct ReferenceFindings {
    /// Where a rule has something to say: paths in the order of reports, with the count where there is one.
    struct Place: Hashable {
        var path: ByteString
        var count: Int?
    }

    /// What stands in front of the keys of the model data.
    static let prefix: ByteString = "p/"

    private(set) var places: [String: [Place]] = [:]
    private(set) var outside = 0
    /// The objects below the prefix.
    private(set) var objects = 0
    /// Directories, with a slash at the end, and files, in byte order.
    private(set) var layout: [ByteString] = []

    private var files: Set<ByteString> = []
    private var directories: Set<ByteString> = []

    init(_ keys: [ByteString]) {
        var times: [ByteString: Int] = [:]
        for key in keys {
            guard key.hasPrefix(Self.prefix) else {
                outside += 1
                continue
            }
            objects += 1
            let path = ByteString(Array(key.bytes.dropFirst(Self.prefix.count)))
            if path.isEmpty {
                report("prefix-marker", path)
                continue
            }
            if path.string == nil { report("key-not-utf8", path) }
            for (index, byte) in path.bytes.enumerated() where byte == UInt8(ascii: "/") {
                directories.insert(ByteString(Array(path.bytes[..<index])))
            }
            if path.hasSuffix("/") {
                report("folder-marker", path)
            } else {
                files.insert(path)
                times[path, default: 0] += 1
            }
        }
        for (path, count) in times where count > 1 { report("duplicate-path", path, count: count) }
        findClashes()
        for path in directories { checkName(of: path, isDirectory: true) }
        for path in files { checkName(of: path, isDirectory: false) }
        layout = (directories.map { $0 + "/" } + files).sorted()
        findLookalikes()
        for (rule, found) in places { places[rule] = found.sorted { $0.path < $1.path } }
    }

    private mutating func report(_ rule: String, _ path: ByteString, count: Int? = nil) {
        places[rule, default: []].append(Place(path: "/opt/ml/model/" + path, count: count))
    }

    private mutating func findClashes() {
        var below: [ByteString: Int] = [:]
        for file in files {
            for (index, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "/") {
                below[ByteString(Array(file.bytes[..<index])), default: 0] += 1
            }
        }
        for (directory, count) in below where files.contains(directory) {
            report("name-clash", directory, count: count)
        }
    }

    private mutating func checkName(of path: ByteString, isDirectory: Bool) {
        let name = path.lastComponent
        if name.bytes.contains(0) { report("null-byte", path) }
        if name.count > 255 { report("name-too-long", path) }
        if name == "." || name == ".." { report("dot-name", path) }
        let isBlank = name.string.map { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) } ?? false
        // Of several slashes in a row, or in front, the first tells.
        let isFurtherSlash = path == "/" || path.hasSuffix("//")
        if isBlank, !(name.isEmpty && isFurtherSlash) { report("empty-name", path) }
    }

    /// Goes through the names of each directory in byte order and looks for an earlier one that is like each.
    private mutating func findLookalikes() {
        var sameCase: [ByteString: [String: ByteString]] = [:]
        var sameText: [ByteString: [String: ByteString]] = [:]
        for entry in layout {
            let path = entry.hasSuffix("/") ? ByteString(Array(entry.bytes.dropLast())) : entry
            let name = path.lastComponent
            guard let text = name.string else { continue }
            let parent = ByteString(Array(path.bytes.dropLast(name.count)))
            let isASCII = name.bytes.allSatisfy { $0 < 0x80 }
            if let earlier = sameCase[parent]?[text.lowercased()] {
                if earlier != name, earlier.string != text { report("case-clash", path) }
            } else if !isASCII || text != text.lowercased() {
                sameCase[parent, default: [:]][text.lowercased()] = name
            }
            guard !isASCII else { continue }
            if let earlier = sameText[parent]?[text] {
                if earlier != name { report("unicode-clash", path) }
            } else {
                sameText[parent, default: [:]][text] = name
            }
        }
    }
}
