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

    /// A file that PyTorch writes since 1.6: a zip archive of records, which are empty here, in a folder.
    package static func pytorch(_ records: [String]) -> [UInt8] { zip(records.map { "archive/" + $0 }) }

    /// What torch.save and TorchScript write at least.
    package static let saved = pytorch(["data.pkl", "version", "data/0"])
    package static let script = pytorch(["data.pkl", "version", "constants.pkl", "code/__torch__.py"])

    /// A zip archive of empty files.
    private static func zip(_ names: [String]) -> [UInt8] {
        var (files, directory): ([UInt8], [UInt8]) = ([], [])
        for name in names {
            // Version, flags, method, time, date, checksum, sizes, lengths of name and extra field.
            let fields = [UInt8](repeating: 0, count: 22) + little(UInt64(name.utf8.count), 2) + [0, 0]
            directory += [0x50, 0x4B, 1, 2, 0, 0] + fields + [UInt8](repeating: 0, count: 10)
            directory += little(UInt64(files.count), 4) + Array(name.utf8)
            files += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8)
        }
        let count = little(UInt64(names.count), 2)
        return files + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
            + little(UInt64(directory.count), 4) + little(UInt64(files.count), 4) + [0, 0]
    }

    /// A zip archive as torch-model-archiver writes it, with the manifest as the last entry.
    ///
    /// - Parameters:
    ///   - names: files with a byte in each.
    ///   - path: where the manifest lies; nil for none.
    ///   - isDeflated: whether its bytes are packed, by a block of deflate that leaves them as they are.
    package static func modelArchive(
        _ names: [String], manifest: String, at path: String? = "MAR-INF/MANIFEST.json", isDeflated: Bool = true
    ) -> [UInt8] {
        var entries = names.map { (name: $0, bytes: [UInt8(1)], unpacked: 1) }
        if let path {
            let text = Array(manifest.utf8)
            let count = UInt64(text.count)
            let packed = [1] + little(count, 2) + little(count ^ 0xFFFF, 2) + text
            entries.append((path, isDeflated ? packed : text, text.count))
        }
        var (files, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, bytes, unpacked) in entries {
            // Version, flags, method, time, date and checksum; sizes; lengths of name and extra field.
            let method: [UInt8] = bytes.count == unpacked ? [0, 0] : [8, 0]
            let fields =
                [20, 0, 0, 0] + method + [UInt8](repeating: 0, count: 8) + little(UInt64(bytes.count), 4)
                + little(UInt64(unpacked), 4) + little(UInt64(name.utf8.count), 2) + [0, 0]
            directory += [0x50, 0x4B, 1, 2, 20, 3] + fields + [UInt8](repeating: 0, count: 10)
            directory += little(UInt64(files.count), 4) + Array(name.utf8)
            files += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + bytes
        }
        let count = little(UInt64(entries.count), 2)
        return files + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
            + little(UInt64(directory.count), 4) + little(UInt64(files.count), 4) + [0, 0]
    }

    /// The bytes of a number, the least significant first.
    package static func little(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
}
