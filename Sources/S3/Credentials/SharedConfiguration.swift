package import ModelArtifacts

/// The two files that the tools of AWS share: `~/.aws/config` and `~/.aws/credentials`.
///
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
package struct SharedConfiguration: Sendable {
    /// Names of a section, each with its value; what stands indented below a name without one as `name.inner`.
    package typealias Section = [String: String]

    /// The most bytes that such a file may have.
    private static let sizeLimit: Int64 = 4 << 20

    /// The sections of the configuration by their names, `profile ` in front of all but `default`.
    private let config: [String: Section]
    /// The sections of the file of credentials, by the names of profiles.
    private let credentials: [String: Section]
    /// The paths of both, for messages.
    package let paths: (config: String, credentials: String)

    /// Reads both files, as far as they are there.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed` for one that cannot be read, `malformedInput` for one that is none.
    package init(_ environment: ProcessEnvironment) throws(ArtifactError) {
        let home = environment["HOME"] ?? ""
        func path(_ variable: String, _ name: String) -> String {
            let path = environment[variable] ?? "~/.aws/\(name)"
            return path.hasPrefix("~/") ? home + path.dropFirst() : path
        }
        paths = (path("AWS_CONFIG_FILE", "config"), path("AWS_SHARED_CREDENTIALS_FILE", "credentials"))
        config = try Self.sections(of: paths.config)
        credentials = try Self.sections(of: paths.credentials)
    }

    private static func sections(of path: String) throws(ArtifactError) -> [String: Section] {
        guard let content = try FileText.read(path, limit: sizeLimit) else { return [:] }
        return try sections(in: content, path: path)
    }

    /// Takes a file apart.
    static func sections(in content: [UInt8], path: String) throws(ArtifactError) -> [String: Section] {
        var sections: [String: Section] = [:]
        var section: String?
        var outer: String?
        // Some editors write a mark in front of UTF-8.
        let content = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content[...]
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            let line = String(decoding: bytes, as: UTF8.self)
            let text = trimmed(line)
            if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") { continue }
            let isIndented = line.first == " " || line.first == "\t"
            if !isIndented, text.hasPrefix("[") {
                guard let end = text.lastIndex(of: "]") else { throw error(path, index + 1, "'[' without a ']'") }
                section = name(text[text.index(after: text.startIndex)..<end])
                outer = nil
                sections[section ?? "", default: [:]].merge([:]) { $1 }
                continue
            }
            guard let current = section else { throw error(path, index + 1, "a line in front of the first section") }
            guard let equals = text.firstIndex(of: "=") else {
                // What continues a value, which none that matter here have.
                if isIndented { continue }
                throw error(path, index + 1, "a line without '='")
            }
            let key = trimmed(text[..<equals]).lowercased()
            let value = trimmed(text[text.index(after: equals)...])
            if isIndented {
                if let outer { sections[current]?["\(outer).\(key)"] = value }
            } else {
                sections[current]?[key] = value
                outer = value.isEmpty ? key : nil
            }
        }
        return sections
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
        var rest = Substring(text).drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(rest)
    }

    /// The name of a section: words with one blank between them, quotes taken off.
    private static func name(_ text: Substring) -> String {
        let words = trimmed(text).split { $0 == " " || $0 == "\t" }.joined(separator: " ")
        return words.filter { $0 != "\"" && $0 != "'" }
    }

    private static func error(_ path: String, _ line: Int, _ message: String) -> ArtifactError {
        ArtifactError(.malformedInput, "\(DisplayText.escaped(path)):\(line): \(message); see 'aws configure'")
    }

    /// What the configuration says of a profile; nil if it does not name it.
    package func config(ofProfile profile: String) -> Section? {
        config["profile \(profile)"] ?? (profile == "default" ? config["default"] : nil)
    }

    /// What the file of credentials says of a profile; nil if it does not name it.
    package func credentials(ofProfile profile: String) -> Section? { credentials[profile] }

    /// What the configuration says of a section of services that a profile names.
    package func services(_ name: String) -> Section? { config["services \(name)"] }
}
