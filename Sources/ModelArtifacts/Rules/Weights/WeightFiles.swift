/// Gathers what rules want to know of the files of a model together: their names, their sizes, and what their contents say of one
/// another. Foreign names are only compared, never opened.
///
/// Memory is bounded: what comes beyond the limits below is not judged.
package final class WeightFiles {
    /// The most folders and sets in them that are kept.
    private static let mostFolders = 20_000
    private static let mostSets = 50_000
    /// The most files whose paths are remembered for those that others name.
    private static let mostRemembered = 250_000
    /// The most indexes and models whose contents are kept.
    private static let mostFacts = 10_000
    /// The most bytes of memory that these take together: a thousand times what any model needs.
    private static let mostFactsSize = 64 << 20
    /// The most copies that are kept of one folder.
    private static let mostCopies = 1000

    /// Whether a file that another one names is there.
    enum Presence: Hashable {
        /// With its size in bytes, where that is known.
        case present(Int64?)
        case absent
        case unknown
    }

    /// How the names of whole files end which shards may be split from.
    package static let wholeNames = [
        "model.safetensors", "pytorch_model.bin", "tf_model.h5", "flax_model.msgpack", "consolidated.safetensors",
    ]

    /// The endings of files of which servers read all that there are, copies too, or the first by its name.
    private static let copiedEndings = [".safetensors", ".bin", ".gguf"]

    static let interest = NameInterest(
        suffixes: wholeNames + [
            "onnx/model.onnx", ".index.json", "saved_model.pb", "saved_model.pbtxt", "variables.index",
        ] + CopiedName.interestingSuffixes(copiedEndings), prefixes: variantIndexes + [CopiedName.prefix],
        traits: .numbered)
    /// How the names of indexes begin that may have a variant before their ending, as `model.safetensors.index.fp16.json`.
    private static let variantIndexes = ["model", "pytorch_model", "diffusion_pytorch_model"].flatMap { name in
        ["\(name).safetensors.index.", "\(name).bin.index."]
    }

    /// Whether the contents of files can be had.
    private(set) var hasContents: Bool
    /// By the path of the folder, which ends with a slash but for the model directory itself.
    private(set) var folders: [ByteString: WeightsFolder] = [:]
    /// What ONNX models take from other files, by the path of the model.
    private(set) var externalData: [ByteString: [ExternalData]] = [:]
    /// What indexes of TensorFlow say of the files of data beside them, by the path of the index.
    private(set) var bundles: [ByteString: TensorBundle] = [:]
    private var indexes: [ByteString: WeightsFolder.Index] = [:]
    private var factsSize = 0
    private var setCount = 0
    private var remembered: [UInt64: Int64?] = [:]
    private var hasForgotten = false

    init(hasContents: Bool) {
        self.hasContents = hasContents
    }

    /// Forgets everything, before the next model of a listing.
    func begin() {
        sorted = nil
        if folders.isEmpty, remembered.isEmpty, indexes.isEmpty, externalData.isEmpty, bundles.isEmpty { return }
        (folders, remembered, indexes, externalData, bundles) = ([:], [:], [:], [:], [:])
        (factsSize, setCount, hasForgotten) = (0, 0, false)
    }

    /// Says that some contents were not to be had after all, so that nothing follows from what is not known.
    func lackContents() { hasContents = false }

    /// Whether it wants to know what a file of that format holds.
    static func wants(_ format: ContentFormat?) -> Bool {
        format == .shardIndex || format == .onnx || format == .variablesIndex
    }

    /// Remembers that a file is there, so that it can be told later whether one that others name is.
    func remember(_ path: Span<UInt8>, _ size: Int64?) {
        guard remembered.count < Self.mostRemembered else { return hasForgotten = true }
        remembered[KeyedHash.hash(of: path)] = .some(size)
    }

    /// Whether a file is there that another one names.
    func presence(of path: ByteString) -> Presence {
        if let size = remembered[KeyedHash.hash(of: path.bytes.span)] { return .present(size) }
        return hasForgotten || !hasContents ? .unknown : .absent
    }

    /// Takes in a file of the layout.
    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile) {
        let last = path.extracting(name..<path.count)
        let folder = ByteString(path.extracting(0..<name))
        guard folders[folder] != nil || folders.count < Self.mostFolders else { return }
        if let number = NumberedName(last) {
            add(number, last, size: file.size, to: folder)
        } else if let whole = ShardIndex.stem(of: last) {
            folders[folder, default: WeightsFolder()].indexes[whole] = (ByteString(last), .unread)
        } else if let copy = CopiedName(ByteString(last)), copy.original.hasSuffix(anyOf: Self.copiedEndings) {
            guard folders[folder]?.copies.count ?? 0 < Self.mostCopies else { return }
            folders[folder, default: WeightsFolder()].copies.append((ByteString(last), copy.original))
        } else {
            folders[folder, default: WeightsFolder()].files[ByteString(last)] = .some(file.size)
        }
    }

    private func add(_ number: NumberedName, _ name: Span<UInt8>, size: Int64?, to folder: ByteString) {
        let stem = name.extracting(0..<number.stemEnd)
        let sets = folders[folder]?.sets ?? []
        // Sets of several counts take turns; there are few of them.
        let place = sets.lastIndex {
            $0.count == number.count && ByteString(stem) == $0.stem
                && ByteString(name.extracting(number.ending..<name.count)) == $0.ending
        }
        if let place {
            folders[folder]?.sets[place].add(number, size: size)
        } else if setCount < Self.mostSets, sets.count < 1000 {
            setCount += 1
            folders[folder, default: WeightsFolder()].sets.append(ShardSet(name, number, size: size))
        }
    }

    /// Whether a file is there, as far as names tell where nothing else does.
    func isThere(_ name: ByteString, in path: ByteString, _ folder: WeightsFolder) -> Bool? {
        switch presence(of: path + name) {
        case .present: return true
        case .absent: return false
        case .unknown:
            if folder.files[name] != nil { return true }
            let number = NumberedName(name.bytes.span)
            let set = folder.sets.first { $0.count == number?.count && name.hasPrefix($0.stem) }
            return set?.isComplete ?? false ? true : nil
        }
    }

    /// Takes in the contents of a file.
    func visit(_ contents: FileContents, path: Span<UInt8>, name: Int) {
        let size = contents.facts.keptSize
        guard indexes.count + externalData.count + bundles.count < Self.mostFacts,
            factsSize + size <= Self.mostFactsSize
        else { return }
        factsSize += size
        switch contents.facts {
        case .shardIndex(let index): indexes[ByteString(path)] = .read(index)
        case .externalData(let data): externalData[ByteString(path)] = data
        case .tensorBundle(let bundle): bundles[ByteString(path)] = bundle
        case .none, .pytorch, .modelArchive, .safetensors, .ggufSplit, .pairedMerges:
            if contents.format == .shardIndex, contents.fault != nil { indexes[ByteString(path)] = .broken }
        }
    }

    /// Whether an index in a folder above names a file, or, of shards that are complete, might, as its contents are not known.
    func isNamedFromAbove(_ path: ByteString, isComplete: Bool) -> Bool {
        var folder = path.parent
        while !folder.isEmpty {
            folder = folder.parent
            let prefix = folder.isEmpty ? ByteString() : folder + "/"
            let rest = ByteString(Array(path.bytes.dropFirst(prefix.count)))
            for (whole, index) in folders[prefix]?.indexes ?? [:] {
                switch indexes[prefix + index.name] ?? index.state {
                case .read(let index): if index.shards.contains(where: { $0.name == rest }) { return true }
                case .unread: if isComplete, Self.isShard(path.lastComponent, of: whole) { return true }
                case .broken: break
                }
            }
        }
        return false
    }

    /// Whether a numbered file is a part of what an index is for, by its name.
    private static func isShard(_ name: ByteString, of whole: ByteString) -> Bool {
        guard let number = NumberedName(name.bytes.span) else { return false }
        return ByteString(Array(name.bytes[..<number.stemEnd] + name.bytes[number.ending...])) == whole
    }

    /// The folders in the order of their paths, with the contents of their indexes.
    var sortedFolders: [(path: ByteString, folder: WeightsFolder)] {
        if let sorted { return sorted }
        let folders = folders.sorted { $0.key < $1.key }.map { path, folder in
            var folder = folder
            for (whole, index) in folder.indexes {
                if let state = indexes[path + index.name] { folder.indexes[whole]?.state = state }
            }
            return (path, folder)
        }
        sorted = folders
        return folders
    }
    private var sorted: [(path: ByteString, folder: WeightsFolder)]?
}

extension ByteString {
    /// Names as a message has them: the first few, and how many more there are.
    static func listed(_ names: [ByteString], total: Int? = nil) -> String {
        let shown = names.prefix(3).map { "'\($0)'" }
        let rest = (total ?? names.count) - shown.count
        if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
        return shown.count < 2
            ? shown.joined() : shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
    }
}
