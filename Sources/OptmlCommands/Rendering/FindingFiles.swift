import ModelArtifacts

/// Tells the file on this machine that a finding is about, as services want it named: relative to the current folder.
///
/// In a directory that is the file below it; of an archive, a listing or a request, it is the archive, the listing or the
/// request. What lies outside the current folder is named by its absolute path without the slash in front.
struct FindingFiles {
    /// What stands for standard input.
    static let standardInput: ByteString = "standard-input"

    private let kind: SourceKind
    private let location: ByteString
    private let workingDirectory: ByteString?

    /// - Parameters:
    ///   - location: the source as given on the command line.
    ///   - workingDirectory: the absolute path of the current folder; nil if it has none any more.
    init(kind: SourceKind, location: ByteString, workingDirectory: ByteString? = WorkingDirectory.path) {
        self.kind = kind
        self.location = location
        self.workingDirectory = workingDirectory
    }

    /// The file that something at `place` is in.
    func file(of place: Location) -> ByteString {
        switch kind {
        case .directory: return relative(location + "/" + (place.path.flatMap(ModelDirectory.path(below:)) ?? ""))
        case .archive, .file, .listing: return location == "-" ? Self.standardInput : relative(location)
        case .s3:
            let scheme: ByteString = "s3://"
            let name = location.hasPrefix(scheme) ? ByteString(Array(location.bytes.dropFirst(scheme.count))) : location
            return Self.joined(Self.components(of: name))
        }
    }

    private func relative(_ path: ByteString) -> ByteString {
        let folder = Self.components(of: workingDirectory ?? "")
        let isAbsolute = path.hasPrefix("/")
        let absolute = Self.components(of: isAbsolute ? path : (workingDirectory ?? "") + "/" + path)
        let isBelow = workingDirectory != nil && absolute.starts(with: folder)
        return Self.joined(isBelow ? Array(absolute.dropFirst(folder.count)) : absolute)
    }

    /// The names between slashes, with `.` and `..` resolved by the letter: links on the way are not followed.
    private static func components(of path: ByteString) -> [ArraySlice<UInt8>] {
        var components: [ArraySlice<UInt8>] = []
        for component in path.bytes.split(separator: UInt8(ascii: "/")) {
            switch ByteString(Array(component)) {
            case ".": continue
            case "..": _ = components.popLast()
            default: components.append(component)
            }
        }
        return components
    }

    private static func joined(_ components: [ArraySlice<UInt8>]) -> ByteString {
        components.isEmpty ? "." : ByteString(Array(components.joined(separator: [UInt8(ascii: "/")])))
    }
}
