#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where paths lead to, with all symbolic links followed.
package enum RealPath {
    /// The most links that are followed one after another, as many as Linux follows.
    private static let mostLinks = 40

    /// The absolute path of something that exists; nil if it cannot be reached.
    package static func of(_ path: ByteString) -> ByteString? {
        guard !path.bytes.contains(0), let real = unsafe realpath(terminated(path), nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe ByteString(UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) })
    }

    /// The absolute path of a name in a folder that exists, whatever the name itself stands for; nil if the folder cannot be
    /// reached.
    package static func ofName(_ path: ByteString) -> ByteString? {
        guard let folder = of(folder(of: path)) else { return nil }
        return folder + (folder == "/" ? "" : "/") + path.lastComponent
    }

    /// The absolute path of the file that opening `path` for writing reaches or makes, also by a link that leads to nothing
    /// yet; nil if there is no such folder, or the links lead in a circle.
    package static func ofOutput(_ path: ByteString) -> ByteString? {
        if let real = of(path) { return real }
        var path = path
        for _ in 0..<mostLinks {
            guard let name = ofName(path) else { return nil }
            guard let target = target(of: name) else { return name }
            path = target.hasPrefix("/") ? target : folder(of: name) + target
        }
        return nil
    }

    /// A real path relative to a real directory above it; nil if it does not lie below the directory.
    package static func relative(_ path: ByteString, to directory: ByteString) -> ByteString? {
        let start = directory == "/" ? directory : directory + "/"
        return path.hasPrefix(start) ? ByteString(Array(path.bytes.dropFirst(start.count))) : nil
    }

    /// The path up to its last slash.
    package static func folder(of path: ByteString) -> ByteString {
        path.bytes.lastIndex(of: UInt8(ascii: "/")).map { ByteString(Array(path.bytes[...$0])) } ?? "./"
    }

    /// What a symbolic link says; nil if the name is none.
    private static func target(of link: ByteString) -> ByteString? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe readlink(terminated(link), &buffer, buffer.count)
        return count > 0 ? ByteString(buffer[..<count].map { UInt8(bitPattern: $0) }) : nil
    }

    private static func terminated(_ path: ByteString) -> [CChar] {
        path.bytes.map { CChar(bitPattern: $0) } + [0]
    }
}
