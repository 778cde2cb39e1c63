/// An index of the shards that weights are split into.
package struct ShardIndex: Hashable, Sendable {
    /// A shard.
    package struct Shard: Hashable, Sendable {
        /// The name of the file, relative to the folder of the index.
        package let name: ByteString
        /// How many tensors the index looks for in it.
        package let tensors: Int
    }

    /// The shards in the order of their names.
    package let shards: [Shard]
    /// The first name in it that begins with `./` or the like, as it stands there: to the system it is the same, but not to who
    /// compares names.
    package var indirectName: ByteString?

    /// The formats of shards that have indexes, as names end.
    package static let formats = ["safetensors", "bin", "h5", "msgpack"]

    /// Whether a file of that name is such an index: `model.safetensors.index.json`, or with a variant,
    /// `diffusion_pytorch_model.safetensors.index.fp16.json`.
    static func isName(_ name: Span<UInt8>) -> Bool { stem(of: name) != nil }

    /// The name of the whole file that the shards of an index make up; nil if that is no name of an index.
    ///
    /// Source: `WEIGHTS_INDEX_NAME` and the like, `transformers/utils/__init__.py`; `_add_variant`, `transformers/modeling_utils.py`.
    package static func stem(of name: Span<UInt8>) -> ByteString? {
        guard name.ends(with: ".json"), name.contains(".index.") else { return nil }
        for format in formats {
            let marker = ".\(format).index."
            guard let start = name.firstIndex(of: marker) else { continue }
            let rest = name.extracting((start + marker.utf8.count)..<name.count)
            // `json`, or a variant before it.
            let parts = ByteString(rest).bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard start > 0, parts.count <= 2 else { return nil }
            let variant = parts.count == 2 ? [UInt8(ascii: ".")] + parts[0] : []
            return ByteString(ByteString(name.extracting(0..<start)).bytes + variant + Array(".\(format)".utf8))
        }
        return nil
    }
}
