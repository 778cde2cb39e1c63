package import ModelArtifacts
import SystemPackage

/// Whom to trust in place of those whom the machine trusts: `AWS_CA_BUNDLE`, or `ca_bundle` of a profile.
package struct CertificateAuthorities: Hashable, Sendable {
    /// A file of certificates (PEM), or a directory of such.
    package let path: String
    let isDirectory: Bool

    /// - Throws: ``ArtifactError`` with code `notFound` or `readFailed` for a path that cannot be read.
    package init(_ path: String) throws(ArtifactError) {
        let (descriptor, kind) = try FileSystem.openTellingKind(ByteString(path))
        try? descriptor.close()
        self.path = path
        isDirectory = kind == .directory
    }
}
