import ModelArtifacts

/// Tells the file on this machine that a finding is about, as services want it named: relative to the current folder.
///
/// In a directory that is the file below it; of an archive, a listing or a request, it is the archive, the listing or the
/// request; of a channel it is the one that the channel's own source has. What lies outside the current folder is named by its absolute path without the slash in front.
struct FindingFiles {
    /// What stands for standard input.
    static let standardInput: ByteString = "standard-input"

    private let kind: SourceKind
    private let location: ByteString
    private let workingDirectory: ByteString?
    /// The directory in the container to which the source goes.
    private let mount: ByteString
    /// The same of the sources of channels.
    private let channels: [FindingFiles]

    /// Those of a source and of its channels.
    init(_ report: InspectionReport) {
        self.init(
            kind: report.kind, location: report.location, mount: report.mount,
            channels: report.channels.map { FindingFiles($0) })
    }

    /// - Parameters:
    ///   - location: the source as given on the command line.
    ///   - workingDirectory: the absolute path of the current folder; nil if it has none any more.
    ///   - mount: the absolute path of the directory in the container to which the source goes.
    ///   - channels: the same of the sources of channels.
    init(
        kind: SourceKind, location: ByteString, workingDirectory: ByteString? = WorkingDirectory.path,
        mount: ByteString = ModelDirectory.path, channels: [FindingFiles] = []
    ) {
        self.kind = kind
        self.location = location
        self.workingDirectory = workingDirectory
        self.mount = mount
        self.channels = channels
    }

    /// The file that something at `place` is in.
    func file(of place: Location) -> ByteString {
        if let channel = channels.first(where: { $0.relativePath(of: place) != nil }) { return channel.file(of: place) }
        switch kind {
        case .directory: return relative(location + "/" + (relativePath(of: place) ?? ""))
        case .archive, .file, .listing: return location == "-" ? Self.standardInput : relative(location)
        case .s3:
            let scheme: ByteString = "s3://"
            let name = location.hasPrefix(scheme) ? ByteString(Array(location.bytes.dropFirst(scheme.count))) : location
            return Self.joined(Self.components(of: name))
        }
    }

    /// What a place is called below the directory to which the source goes; nil if it is not below.
    private func relativePath(of place: Location) -> ByteString? {
        guard let path = place.path, path.hasPrefix(mount + "/") else { return nil }
        return ByteString(Array(path.bytes.dropFirst(mount.count + 1)))
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
