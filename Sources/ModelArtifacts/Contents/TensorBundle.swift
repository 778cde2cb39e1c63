/// The files of data that belong to an index of TensorFlow, `variables.data-00000-of-00001` and its like.
package struct TensorBundle: Hashable, Sendable {
    /// More files than any model has.
    private static let mostShards: UInt64 = 100_000

    /// How many files there are.
    package private(set) var shardCount: UInt64 = 0
    /// The first byte behind the last tensor of a file, by the number of the file.
    package private(set) var ends: [UInt64: UInt64] = [:]

    /// Takes in what the index says of all, or of a tensor: a message of Protocol Buffers.
    ///
    /// - Returns: whether it could be understood.
    mutating func take(_ message: ArraySlice<UInt8>, isHeader: Bool) -> Bool {
        var reader = VarintReader(message)
        var numbers: [UInt64: UInt64] = [:]
        while !reader.isAtEnd {
            guard let tag = reader.next() else { return false }
            switch tag & 7 {
            case 0:
                guard let value = reader.next() else { return false }
                numbers[tag >> 3] = value
            case 1: guard reader.take(8) != nil else { return false }
            case 2: guard let count = reader.next(), reader.take(count) != nil else { return false }
            case 5: guard reader.take(4) != nil else { return false }
            default: return false
            }
        }
        if isHeader {
            shardCount = numbers[1] ?? 0
            return shardCount <= Self.mostShards
        }
        let (shard, offset, size) = (numbers[3] ?? 0, numbers[4] ?? 0, numbers[5] ?? 0)
        let (end, overflow) = offset.addingReportingOverflow(size)
        guard !overflow, end <= UInt64(Int64.max), shard < Self.mostShards else { return false }
        ends[shard] = max(ends[shard] ?? 0, end)
        return true
    }
}
