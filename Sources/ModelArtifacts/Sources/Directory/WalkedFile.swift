/// A file that a walk comes to, as it was when it was looked at.
package struct WalkedFile {
    /// What it is, its size among that.
    package let identity: FileIdentity
    /// The permission bits.
    package let mode: UInt16
    /// The MD5 of its contents, if it was hashed on the way.
    package let digest: MD5Digest?
    /// What was seen of its contents, if they were looked into on the way.
    package let contents: SeenContents?
    /// The file itself, if it stays open for whoever hashes it: one that was looked into and is large.
    package let kept: KeptFile?

    /// In bytes.
    package var size: Int64 { identity.size }
}
