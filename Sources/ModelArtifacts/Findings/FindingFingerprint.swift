/// What stays the same of a finding from run to run: its rule and the names of the thing that it is about.
///
/// It is the MD5 digest of these. Counts, sizes and messages vary with every build of a model and are no part of it, nor is
/// the severity, which is a matter of taste. The key counts only where there is no path, so that the same model under
/// another prefix has the same fingerprints. Findings with the same rule and names have the same fingerprint.
public struct FindingFingerprint: Hashable, Sendable {
    private let digest: MD5Digest

    /// The fingerprint of a finding of `rule` at `location`.
    public init(rule: String, location: Location) { self.init(rule: rule, location: location, document: nil) }

    /// The fingerprint of a finding in one document of several, of which each may have the same.
    package init(rule: String, location: Location, document: ByteString?) {
        var md5 = MD5()
        Self.add("document", document, to: &md5)
        Self.add("rule", ByteString(rule), to: &md5)
        Self.add("path", location.path, to: &md5)
        Self.add("key", location.path == nil ? location.key : nil, to: &md5)
        Self.add("member", location.member, to: &md5)
        Self.add("jsonPath", location.jsonPath.map { ByteString($0) }, to: &md5)
        digest = md5.finish()
    }

    /// Reads the 32 hexadecimal digits of a fingerprint; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard let digest = MD5Digest(hexadecimal: text.utf8) else { return nil }
        self.digest = digest
    }

    /// Takes in a name with its label and length, so that no two lists of names have the same bytes.
    private static func add(_ label: String, _ name: ByteString?, to md5: inout MD5) {
        guard let name else { return }
        let bytes = Array("\(label):\(name.count):".utf8) + name.bytes
        unsafe bytes.withUnsafeBytes { unsafe md5.update($0) }
    }
}

extension FindingFingerprint: CustomStringConvertible {
    /// The fingerprint as 32 lower-case hexadecimal digits.
    public var description: String { digest.hexadecimal }
}

extension Finding {
    /// What stays the same of the finding from run to run.
    public var fingerprint: FindingFingerprint { FindingFingerprint(rule: rule, location: location) }
}
