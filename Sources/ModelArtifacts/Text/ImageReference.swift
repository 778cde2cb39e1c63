/// The place of an image in a registry, as `Image` names it: `registry/repository[:tag]` or `registry/repository[@digest]`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html and the grammar in
/// https://github.com/distribution/reference, `reference.go`.
package struct ImageReference {
    /// The host of the registry with its port; nil if none is named.
    package let registry: ByteString?
    package let repository: ByteString
    package let tag: ByteString?
    package let digest: ByteString?

    /// Takes an image apart. Any text is one.
    package init(_ text: ByteString) {
        var rest = text.bytes[...]
        if let at = rest.firstIndex(of: UInt8(ascii: "@")) {
            digest = ByteString(Array(rest[(at + 1)...]))
            rest = rest[..<at]
        } else {
            digest = nil
        }
        let start = rest.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? rest.startIndex
        if let colon = rest[start...].firstIndex(of: UInt8(ascii: ":")) {
            tag = ByteString(Array(rest[(colon + 1)...]))
            rest = rest[..<colon]
        } else {
            tag = nil
        }
        // A first part without a dot or a port is a part of the repository: `library/nginx`.
        let slash = rest.firstIndex(of: UInt8(ascii: "/"))
        let first = slash.map { rest[..<$0] } ?? []
        let isHost = first.contains { ".:".utf8.contains($0) } || first.elementsEqual("localhost".utf8)
        registry = isHost ? ByteString(Array(first)) : nil
        repository = ByteString(Array(isHost ? rest[(first.endIndex + 1)...] : rest))
    }
}
