/// Why a member of an archive makes no file and no directory of the model.
package enum LostMember: Hashable, Sendable {
    /// Its path leads out of the model directory.
    case outside
    /// Its path is longer than Linux takes.
    case tooLong
    /// It is a device, a FIFO, or what only some readers know.
    case special

    /// The longest path, in bytes, that Linux takes: `PATH_MAX` less the NUL at its end (`linux/limits.h`).
    private static let pathLimit = 4095

    /// Judges a member; nil if it makes one, or is the model directory itself.
    package init?(_ member: ArchiveMember, at path: MemberPath) {
        if path.escapes {
            self = .outside
        } else if path.path.count > Self.pathLimit {
            self = .tooLong
        } else {
            switch member.kind {
            case .fifo, .characterDevice, .blockDevice, .special: self = .special
            case .file, .hardLink, .directory, .symbolicLink: return nil
            }
        }
    }
}
