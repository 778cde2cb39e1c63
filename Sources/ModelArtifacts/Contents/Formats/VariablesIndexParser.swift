/// Reads `variables.index` of TensorFlow, a table that tells where in which file of data each tensor lies, so that it is known how long
/// these files have to be.
///
/// What is not understood, as a compressed table, is not judged: only the end of the file is, which is the same in all.
///
/// Source: `Footer` and `BlockHandle` in `tensorflow/core/lib/io/format.h`, `Block::Iter` in `block.cc`; `BundleHeaderProto` and
/// `BundleEntryProto` in `tensorflow/core/protobuf/tensor_bundle.proto`.
struct VariablesIndexParser: ContentParser {
    /// The largest file that is read; the indexes of large models have some hundred kilobytes.
    private static let largest: Int64 = 16 << 20
    private static let footer = 48
    /// What stands behind a block: how it is compressed, and a checksum.
    private static let trailer = 5

    private(set) var fault: ContentFault?
    private(set) var facts = ContentFacts.none

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        let isRead = window.size <= Self.largest
        window.position = isRead ? 0 : window.size - 8
        let count = Int(window.remaining)
        guard window.available >= count else { return .need(count) }
        guard window.size >= Self.footer, window.number(at: count - 8, count: 8) == 0xDB47_7524_8B80_FB57 else {
            fault = ContentFault(
                .damaged,
                "does not end as an index of TensorFlow does ('not an sstable (bad magic number)'): it is cut off, or something else"
            )
            return .done
        }
        if isRead, let bundle = Self.bundle(Array(window.rest)) { facts = .tensorBundle(bundle) }
        return .done
    }

    /// What the whole file says; nil if it is not understood.
    private static func bundle(_ bytes: [UInt8]) -> TensorBundle? {
        var end = VarintReader(bytes[(bytes.count - footer)...])
        // Blocks do not overlap, so that together they are no longer than the file: read more often they would take forever.
        var left = UInt64(bytes.count)
        guard end.next() != nil, end.next() != nil, let places = block(&end, bytes, &left) else { return nil }
        var bundle = TensorBundle()
        for place in places {
            var handle = VarintReader(place.value)
            guard let entries = block(&handle, bytes, &left) else { return nil }
            for entry in entries {
                guard bundle.take(entry.value, isHeader: entry.isFirst) else { return nil }
            }
        }
        return bundle.shardCount > 0 ? bundle : nil
    }

    /// The values of a block whose place is read, those with an empty key marked; nil if there is none, or none of that size can
    /// be left.
    private static func block(
        _ handle: inout VarintReader, _ bytes: [UInt8], _ left: inout UInt64
    ) -> [(isFirst: Bool, value: ArraySlice<UInt8>)]? {
        guard let start = handle.next(), let size = handle.next(), size >= 4, start <= bytes.count,
            size <= left, start + size + UInt64(trailer) <= bytes.count, bytes[Int(start + size)] == 0
        else { return nil }
        left -= size
        let block = bytes[Int(start)..<Int(start + size)]
        let restarts = block.suffix(4).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard restarts < size / 4 else { return nil }
        var entries = VarintReader(block.dropLast(4 * Int(restarts) + 4))
        var values: [(Bool, ArraySlice<UInt8>)] = []
        while !entries.isAtEnd {
            guard let shared = entries.next(), let own = entries.next(), let count = entries.next(),
                entries.take(own) != nil, let value = entries.take(count)
            else { return nil }
            values.append((shared == 0 && own == 0, value))
        }
        return values
    }
}
