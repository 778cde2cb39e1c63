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
/// Anyone can leave a file in a folder that others may write, such as `/tmp`, and whoever works below it would follow rules
/// that someone else made. So the file belongs to who runs optml, or who ran `sudo`, as git demands of repositories that it finds,
/// and root is no exception, in a container neither. Its folder belongs to the same, or to root, and neither can be written by
/// others, as OpenSSH demands of `authorized_keys`: in a folder of someone else, that one puts another file in the place of the
/// name, or a link to one. The sticky bit hinders no one from making a new file, so it changes nothing. Folders above need no look:
/// who exchanges the folder has none to put there that belongs to someone else, and nobody can give a file away.
///
/// Debian and Ubuntu give each user a group of their own, and with it the umask 002, so that all their folders can be written by that
/// group. It is told as they tell it: its number is that of the user, and the user is not root.
///
/// Sources: https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory,
/// https://man.openbsd.org/sshd_config#StrictModes,
/// https://manpages.debian.org/stable/login/login.defs.5.en.html (`USERGROUPS_ENAB`)
struct FoundConfiguration {
    /// Whom a file or folder belongs to, and who may write it.
    struct Access: Equatable {
        /// The number of the user.
        var owner: UInt32
        /// The number of the group.
        var group: UInt32
        /// As `chmod` takes them.
        var permissions: UInt32

        /// Whether it can be written by a group of more than its owner.
        fileprivate var isWritableByGroup: Bool {
            permissions & 0o020 != 0 && !(group == owner && owner != Self.root)
        }

        fileprivate var isWritableByAnyone: Bool { permissions & 0o002 != 0 }

        fileprivate static let root: UInt32 = 0
    }

    /// The number of the user that optml runs as.
    let user: UInt32
    /// The number of the user who ran `sudo`, as that tells it; nil for none.
    let caller: UInt32?

    /// Who runs this process.
    static var current: FoundConfiguration {
        FoundConfiguration(user: UInt32(geteuid()), caller: variable("SUDO_UID").flatMap { UInt32($0) })
    }

    /// Why a file is not obeyed; nil if it is.
    func objection(to file: RegularFile) -> String? {
        let own = Access(owner: file.owner, group: file.group, permissions: file.permissions)
        return objection(toFile: own, in: Self.access(to: RealPath.folder(of: file.path)))
    }

    /// Why a file is not obeyed; nil if it is.
    ///
    /// - Parameter folder: nil if nothing can be known of it.
    func objection(toFile file: Access, in folder: Access?) -> String? {
        guard isOwn(file.owner) else { return "belongs to another user (\(file.owner))" }
        if file.isWritableByAnyone { return "can be written by anyone" }
        if file.isWritableByGroup { return "can be written by its group (\(file.group))" }
        guard let folder else { return "lies in a folder that cannot be inspected" }
        guard isOwn(folder.owner) || folder.owner == Access.root else {
            return "lies in a folder of another user (\(folder.owner))"
        }
        if folder.isWritableByAnyone { return "lies in a folder that anyone may write" }
        return folder.isWritableByGroup ? "lies in a folder that its group (\(folder.group)) may write" : nil
    }

    private func isOwn(_ owner: UInt32) -> Bool { owner == user || user == Access.root && owner == caller }

    private static func access(to folder: ByteString) -> Access? {
        var status = stat()
        let name = folder.bytes.map { CChar(bitPattern: $0) } + [0]
        guard unsafe stat(name, &status) == 0 else { return nil }
        return Access(
            owner: UInt32(status.st_uid), group: UInt32(status.st_gid), permissions: UInt32(status.st_mode) & 0o7777)
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(validatingCString: value)
    }
}
