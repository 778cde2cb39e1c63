import ModelArtifacts

/// Tells the file on this machine that a finding is about, by a name that opens it: relative to the current folder.
///
/// In a directory that is the file below it; of an archive, a listing or a request, it is the archive, the listing or the
/// request; of a channel it is the one that the channel's own source has. What lies outside the current folder is named as
/// it was given, by its absolute path or from the folder above.
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

    /// The absolute path of a file that is named from the folder above; any other name as it is.
    ///
    /// - Parameter workingDirectory: the absolute path of the current folder; nil if it has none any more.
    static func absolutePath(
        of file: ByteString, workingDirectory: ByteString? = WorkingDirectory.path
    ) -> ByteString {
        guard let workingDirectory, file == ".." || file.hasPrefix("../") else { return file }
        return "/" + joined(components(of: workingDirectory + "/" + file))
    }

    /// A name for services that take no other than that of a file in a repository: one that lies outside the current folder
    /// has its absolute path without the slash in front.
    ///
    /// - Parameter workingDirectory: the absolute path of the current folder; nil if it has none any more.
    static func repositoryPath(
        of file: ByteString, workingDirectory: ByteString? = WorkingDirectory.path
    ) -> ByteString {
        joined(components(of: "/" + absolutePath(of: file, workingDirectory: workingDirectory)))
    }

    private func relative(_ path: ByteString) -> ByteString {
        let isAbsolute = path.hasPrefix("/")
        if let workingDirectory {
            let folder = Self.components(of: workingDirectory)
            let absolute = Self.components(of: isAbsolute ? path : workingDirectory + "/" + path)
            if absolute.starts(with: folder) { return Self.joined(Array(absolute.dropFirst(folder.count))) }
        }
        let components = Self.components(of: path)
        guard isAbsolute else { return Self.joined(components) }
        return components.isEmpty ? "/" : "/" + Self.joined(components)
    }

    /// The names between slashes, with `.` and `..` resolved by the letter: links on the way are not followed. Of a relative
    /// path, `..` stays where nothing is before it.
    private static func components(of path: ByteString) -> [ArraySlice<UInt8>] {
        let above: ByteString = ".."
        var components: [ArraySlice<UInt8>] = []
        for component in path.bytes.split(separator: UInt8(ascii: "/")) {
            switch ByteString(Array(component)) {
            case ".": continue
            case "..":
                if let last = components.last, ByteString(Array(last)) != above {
                    components.removeLast()
                } else if !path.hasPrefix("/") {
                    components.append(component)
                }
            default: components.append(component)
            }
        }
        return components
    }

    private static func joined(_ components: [ArraySlice<UInt8>]) -> ByteString {
        components.isEmpty ? "." : ByteString(Array(components.joined(separator: [UInt8(ascii: "/")])))
    }
}
