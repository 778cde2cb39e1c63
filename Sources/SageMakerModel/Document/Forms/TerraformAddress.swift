import ModelArtifacts

/// The address of a resource of Terraform taken apart: `module.llm["a"].aws_sagemaker_model.this[0]`.
///
/// Source: https://developer.hashicorp.com/terraform/cli/state/resource-addressing
struct TerraformAddress {
    /// The module that it is in, as `module.llm["a"]`; empty for the root module.
    let module: ByteString
    /// The names of the modules on the way, without their keys.
    let modules: [ByteString]
    /// The resource in its module without its key, as `aws_sagemaker_model.this`.
    let resource: ByteString
    /// The key of one of several instances, with its brackets; empty for none.
    let key: ByteString

    init(_ address: ByteString) {
        var rest = address.bytes[...]
        var modules: [ByteString] = []
        while rest.starts(with: "module.".utf8) {
            var next = rest.dropFirst("module.".utf8.count)
            let name = next.prefix { !".[".utf8.contains($0) }
            next = next[name.endIndex...]
            _ = Self.takeKey(&next)
            guard next.first == UInt8(ascii: ".") else { break }
            modules.append(ByteString(Array(name)))
            rest = next.dropFirst()
        }
        self.modules = modules
        module = ByteString(Array(address.bytes[..<rest.startIndex].dropLast()))
        let name = rest.prefix { $0 != UInt8(ascii: "[") }
        resource = ByteString(Array(name))
        var end = rest[name.endIndex...]
        key = Self.takeKey(&end)
    }

    /// Takes a key between brackets; what stands between quotes may have brackets of its own.
    static func takeKey(_ rest: inout ArraySlice<UInt8>) -> ByteString {
        guard rest.first == UInt8(ascii: "[") else { return "" }
        var isQuoted = false
        var isEscaped = false
        for index in rest.indices {
            let byte = rest[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted, byte == UInt8(ascii: "]") {
                let key = ByteString(Array(rest[...index]))
                rest = rest[(index + 1)...]
                return key
            }
        }
        return ""
    }
}
