import ModelArtifacts

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Decides whether a configuration that nobody named, but that was found, is obeyed.
///
/// Anyone can leave a file in a folder that anyone may write, such as `/tmp`, and whoever works below it would follow rules
/// that someone else made. It is git's rule for repositories that it finds: they belong to who runs it, or to who ran `sudo`.
///
/// Source: https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory
enum FoundConfiguration {
    /// Why a file is not obeyed; nil if it is.
    static func objection(to file: RegularFile, environment: (String) -> String? = variable) -> String? {
        guard isOwn(file.owner, environment) else { return "belongs to another user (\(file.owner))" }
        if file.permissions & 0o002 != 0 { return "can be written by anyone" }
        let folder = RealPath.folder(of: file.path)
        guard let permissions = permissions(of: folder) else { return "lies in a folder that cannot be inspected" }
        return permissions & 0o002 != 0 ? "lies in a folder that anyone may write" : nil
    }

    private static func isOwn(_ owner: UInt32, _ environment: (String) -> String?) -> Bool {
        let user = UInt32(geteuid())
        if owner == user { return true }
        return user == 0 && environment("SUDO_UID").flatMap { UInt32($0) } == owner
    }

    private static func permissions(of folder: ByteString) -> UInt32? {
        var status = stat()
        let name = folder.bytes.map { CChar(bitPattern: $0) } + [0]
        return unsafe stat(name, &status) == 0 ? UInt32(status.st_mode) : nil
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(validatingCString: value)
    }
}
