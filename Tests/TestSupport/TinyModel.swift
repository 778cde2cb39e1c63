/// The smallest files that loaders take, for samples that need weights.
package enum TinyModel {
    /// A safetensors file with tensors of one number of four bytes each.
    ///
    /// - Parameter names: those of the tensors, without anything that JSON would have to escape.
    package static func safetensors(_ names: String..., metadata: String? = nil) -> [UInt8] {
        let names = names.isEmpty ? ["w"] : names
        var members = names.enumerated().map { index, name in
            "\"\(name)\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[\(4 * index),\(4 * index + 4)]}"
        }
        if let metadata { members.insert("\"__metadata__\":\(metadata)", at: 0) }
        return safetensors(
            header: "{" + members.joined(separator: ",") + "}",
            data: names.flatMap { _ in [0, 0, 0x80, 0x3F] as [UInt8] })
    }

    /// A safetensors file of any header.
    package static func safetensors(header: String, data: [UInt8]) -> [UInt8] {
        little(UInt64(header.utf8.count), 8) + Array(header.utf8) + data
    }

    /// The bytes of a number, the least significant first.
    package static func little(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
}
