/// A file that a walk comes to, as it was when it was looked at.
package struct WalkedFile {
    /// What it is, its size among that.
    package let identity: FileIdentity
    /// The permission bits.
    package let mode: UInt16
    /// The MD5 of its contents, if it was hashed on the way.
    package let digest: MD5Digest?

    /// In bytes.
    package var size: Int64 { identity.size }
}
