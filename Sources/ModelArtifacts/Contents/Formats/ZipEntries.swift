/// What the names of the entries of a zip archive tell: whether all is there that a loader needs.
struct ZipEntries {
    /// Where an entry lies in the file, and how long it is, in bytes.
    struct Place: Hashable {
        /// That of the header in front of it.
        let offset: UInt64
        let packed: UInt64
        let unpacked: UInt64
        /// How it is packed: 0 not at all, 8 by deflate.
        let method: UInt64
    }

    /// The most names that are kept of a model archive.
    private static let mostNames = 50_000

    private let format: ContentFormat
    // Of PyTorch.
    private var hasPickle = false
    private var hasVersion = false
    private var hasConstants = false
    private var hasCode = false
    private var hasBytecode = false
    private var storages: Set<UInt32> = []
    private var storagesAreNumbered = true
    /// Whether something is in it that only other files in zip form have, as those of `torch.export` and `torch.package`.
    private var isOther = false
    // Of Keras.
    private var hasConfig = false
    private var hasWeights = false
    // Of TorchServe.
    private(set) var names: Set<ByteString> = []
    private(set) var manifest: Place?
    /// Whether `names` are those of all entries.
    private(set) var knowsAllNames = true
    /// A manifest that lies deeper than it should.
    private var deepManifest: ByteString?

    init(_ format: ContentFormat) {
        self.format = format
    }

    var facts: ContentFacts { hasPickle ? .pytorch(isTorchScript: hasConstants) : .none }

    /// Takes in the place of an entry, by which its contents are found.
    mutating func take(_ name: ArraySlice<UInt8>, at place: Place) {
        guard format == .modelArchive else { return }
        let name = ByteString(Array(name))
        if name == ModelArchiveManifest.path { manifest = place }
        if name.hasSuffix("/" + ModelArchiveManifest.path) { deepManifest = deepManifest ?? name }
        if names.count < Self.mostNames { names.insert(name) } else { knowsAllNames = false }
    }

    mutating func take(_ name: ArraySlice<UInt8>) {
        guard format != .modelArchive else { return }
        if format == .keras {
            hasConfig = hasConfig || name.elementsEqual("config.json".utf8)
            hasWeights =
                hasWeights || name.elementsEqual("model.weights.h5".utf8)
                || name.elementsEqual("model.weights.npz".utf8)
            return
        }
        // All records of PyTorch lie in one folder.
        guard let slash = name.firstIndex(of: UInt8(ascii: "/")) else { return }
        let record = String(decoding: name[(slash + 1)...].prefix(64), as: UTF8.self)
        switch record {
        case "data.pkl": hasPickle = true
        case "version", ".data/version": hasVersion = true
        case "constants.pkl": hasConstants = true
        case "bytecode.pkl": hasBytecode = true
        case "archive_format", "models/model.json": isOther = true
        default:
            if record.hasPrefix("data/") {
                guard let number = UInt32(record.dropFirst(5)), number < 1 << 20 else {
                    return storagesAreNumbered = false
                }
                storages.insert(number)
            } else if record.hasPrefix("code/") {
                hasCode = true
            } else if record.hasPrefix(".data/") || record.hasPrefix("serialized_") {
                // `.data/serialization_id` is in files of today as well.
                isOther = isOther || record.hasPrefix("serialized_") || record.hasPrefix(".data/extern")
            }
        }
    }

    /// What is missing.
    var fault: ContentFault? {
        switch format {
        case .keras:
            if !hasConfig { return missing("config.json", "There is no item named 'config.json' in the archive") }
            return hasWeights
                ? nil : missing("model.weights.h5", "Expected a model.weights.h5 or model.weights.npz file")
        case .pytorch, .pytorchWeights, .weights, .binary: return isOther ? nil : pytorchFault
        case .modelArchive: return manifest == nil ? withoutManifest : nil
        default: return nil
        }
    }

    private var withoutManifest: ContentFault {
        let path = ModelArchiveManifest.path
        guard let deepManifest else {
            return ContentFault(
                .damaged, "is a zip archive without '\(path)', by which TorchServe knows what handles requests",
                help: "write it with torch-model-archiver")
        }
        return ContentFault(
            .damaged, "is a zip archive with '\(deepManifest)', and TorchServe looks for '\(path)'",
            help: "zip what is in the directory, not the directory, or write it with torch-model-archiver")
    }

    private var pytorchFault: ContentFault? {
        // Other archives than those of PyTorch may have such names as well.
        let looksLikePyTorch = hasPickle || hasVersion && !storages.isEmpty || format == .pytorchWeights
        guard looksLikePyTorch else { return nil }
        if !hasPickle { return missing("data.pkl", "failed locating file data.pkl") }
        if !hasVersion { return missing("version", #"Expected hasRecord("version")"#) }
        if hasConstants, !hasCode, !hasBytecode { return missing("code/", "file not found: code/__torch__.py") }
        // They are numbered in the order in which they are met.
        if storagesAreNumbered, let last = storages.max(), last < 2 * storages.count + 16,
            let lost = (0...last).first(where: { !storages.contains($0) })
        {
            return missing("data/\(lost)", "failed locating file data/\(lost)")
        }
        return nil
    }

    private func missing(_ name: String, _ said: String) -> ContentFault {
        ContentFault(.damaged, "is a zip archive without '\(name)', which the loader needs ('\(said)')")
    }
}
