/// The permissions that members of an archive get when it is packed: those of everybody to read, and to run what the owner may
/// run.
package enum PackedMode {
    package static let directory: UInt16 = 0o755
    package static let symbolicLink: UInt16 = 0o777

    package static func file(isExecutable: Bool) -> UInt16 { isExecutable ? 0o755 : 0o644 }
}
