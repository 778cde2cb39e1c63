package import ModelArtifacts

/// The address of a service as a user gives it: `https://host`, with a port and a path if they are needed.
package struct ServiceAddress: Hashable, Sendable {
    /// `http` or `https`.
    let scheme: String
    /// In lower case, with the port where it is not that of the scheme: as it stands in the header `Host`.
    let host: String
    /// From the slash on, without one at its end; empty for none.
    let path: String

    init(scheme: String = "https", host: String, path: String = "") {
        self.scheme = scheme
        self.host = host
        self.path = path
    }

    /// - Parameter option: where the address comes from, for messages.
    /// - Throws: ``ArtifactError`` with code `usage` for what is no such address.
    package init(_ text: String, from option: String) throws(ArtifactError) {
        let bytes = Array(text.utf8)
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://"),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw Self.error(text, option) }
        scheme = text[..<colon].lowercased()
        let rest = text[colon...].dropFirst(3)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        var host = rest[..<slash].lowercased()
        var path = String(rest[slash...])
        while path.last == "/" { path.removeLast() }
        guard scheme == "http" || scheme == "https", Self.isHost(host),
            !path.contains(where: { "?#\"<>\\^`{|}".contains($0) })
        else { throw Self.error(text, option) }
        let standard = scheme == "http" ? ":80" : ":443"
        if host.hasSuffix(standard) { host.removeLast(standard.count) }
        self.host = host
        self.path = path
    }

    /// Whether the host is an address and no name, so that nothing can stand in front of it.
    var isNumeric: Bool {
        let name = host.prefix { $0 != ":" }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return host.hasPrefix("[") || (parts.count == 4 && parts.allSatisfy { UInt8($0) != nil })
    }

    /// Whether it is a name or an address, with a port or without; no user and no password.
    private static func isHost(_ text: String) -> Bool {
        var name = Substring(text)
        if name.first == "[" {
            guard let end = name.firstIndex(of: "]") else { return false }
            let address = name[name.index(after: name.startIndex)..<end]
            guard !address.isEmpty, address.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                return false
            }
            name = name[name.index(after: end)...]
            return name.isEmpty || isPort(name)
        }
        if let colon = name.firstIndex(of: ":") {
            guard isPort(name[colon...]) else { return false }
            name = name[..<colon]
        }
        return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_" }
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.count >= 2 && text.count <= 6 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func error(_ text: String, _ option: String) -> ArtifactError {
        ArtifactError(
            .usage,
            // What stands before an @ may be a password.
            "\(option): '\(text.contains("@") ? "…" : DisplayText.escaped(text))' is not the address of a service; give one as https://host:port"
        )
    }

    /// The address as text, without a slash at its end.
    package var text: String { "\(scheme)://\(host)\(path)" }
}
