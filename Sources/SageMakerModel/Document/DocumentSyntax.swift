import ModelArtifacts

/// In what a document is written.
package enum DocumentSyntax: String, Hashable, Sendable, CaseIterable {
    /// RFC 8259.
    case json
    /// YAML 1.1, as CloudFormation and the AWS CLI take it.
    case yaml

    /// Tells it from the beginning: JSON's objects and arrays are YAML too, but whoever begins with a brace means JSON.
    init(of text: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let first = text.dropFirst(text.starts(with: mark) ? 3 : 0).first { !" \t\r\n".utf8.contains($0) }
        switch first {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
        default: self = .yaml
        }
    }
}
