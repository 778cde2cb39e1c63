/// Reads an index of shards: `{"metadata": {…}, "weight_map": {tensor: file}}`.
///
/// Source: `get_checkpoint_shard_files` in `transformers/utils/hub.py`, which needs both members; `_get_checkpoint_shard_files` in
/// `diffusers/utils/hub_utils.py`.
struct ShardIndexParser: ContentParser {
    private static let largest: Int64 = 64 << 20
    /// More shards than any model has. With more the index is not judged.
    private static let mostShards = 100_000

    private enum Place {
        case document, members, mapValue, map, shard, other(depth: Int), end
    }

    private(set) var fault: ContentFault?
    private(set) var facts = ContentFacts.none
    private var json = JSONTokens(.python)
    private var place = Place.document
    private var hasMap = false
    private var hasMetadata = false
    private var shards: [ByteString: Int] = [:]
    private var indirectName: ByteString?
    /// What is wrong with what it says, where it is JSON at all.
    private var wrong: String?

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        guard window.size <= Self.largest else { return .done }
        while let token = json.next(&window, upTo: window.size) {
            take(token)
            guard shards.count <= Self.mostShards else { return .done }
        }
        if json.fault == nil, window.position < window.size { return .need(1, expected: Int(window.remaining)) }
        _ = json.finish(at: window.size)
        judge()
        return .done
    }

    private mutating func judge() {
        if let found = json.fault {
            fault = ContentFault(
                .brokenIndex, "is no JSON: \(found.reason), in line \(found.line), column \(found.column)",
                line: found.line,
                column: found.column)
        } else if let wrong {
            fault = ContentFault(.brokenIndex, wrong)
        } else if !hasMap {
            fault = ContentFault(
                .brokenIndex, "has no 'weight_map', which says in which file each tensor is (KeyError: 'weight_map')")
        } else if shards.isEmpty {
            fault = ContentFault(
                .brokenIndex, "has an empty 'weight_map', so that no file is loaded (list index out of range)")
        } else {
            let found = shards.sorted { $0.key < $1.key }.map { ShardIndex.Shard(name: $0.key, tensors: $0.value) }
            facts = .shardIndex(ShardIndex(shards: found, indirectName: indirectName))
            if !hasMetadata {
                fault = ContentFault(
                    .questionableIndex, "has no 'metadata', without which transformers fails (KeyError: 'metadata')")
            }
        }
    }

    private mutating func take(_ token: JSONTokens.Token) {
        switch (place, token) {
        case (.document, .beginObject): place = .members
        case (.document, _):
            wrong = "is no JSON object"
            place = .end
        case (.members, .name):
            place = .other(depth: 0)
            if json.text.elementsEqual("weight_map".utf8) { (place, hasMap, shards) = (.mapValue, true, [:]) }
            if json.text.elementsEqual("metadata".utf8) { hasMetadata = true }
        case (.members, _): place = .end
        case (.mapValue, .beginObject): place = .map
        case (.mapValue, _):
            wrong = wrong ?? "has a 'weight_map' that is no object"
            place = .end
        case (.map, .name): place = .shard
        case (.map, _): place = .members
        case (.shard, .string):
            place = .map
            add(json.text)
        case (.shard, _):
            wrong = wrong ?? "has a 'weight_map' in which a tensor has no file name"
            place = .end
        case (.other(var depth), _):
            switch token {
            case .beginObject, .beginArray: depth += 1
            case .endObject, .endArray: depth -= 1
            case .name: return
            case .string, .number, .literal: break
            }
            place = depth == 0 ? .members : .other(depth: depth)
        case (.end, _): break
        }
    }

    private mutating func add(_ name: [UInt8]) {
        let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if name.isEmpty || name.first == UInt8(ascii: "/") || parts.contains(where: { $0.elementsEqual("..".utf8) }) {
            wrong = wrong ?? "names the file '\(ByteString(name))', which lies outside of its folder"
        }
        // The system passes over these.
        let plain = parts.filter { !$0.isEmpty && !$0.elementsEqual(".".utf8) }
        guard plain.count < parts.count, wrong == nil else { return shards[ByteString(name), default: 0] += 1 }
        if indirectName == nil { indirectName = ByteString(name) }
        shards[ByteString(Array(plain.joined(separator: [UInt8(ascii: "/")]))), default: 0] += 1
    }
}
