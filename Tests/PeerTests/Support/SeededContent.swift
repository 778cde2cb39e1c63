import Foundation

/// Bytes that look random and come again with the same seed (SplitMix64).
struct SeededContent: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A new seed, printed so that a failure can be repeated: `OPTML_TEST_SEED` sets it.
    static func seed(for test: String) -> UInt64 {
        let given = ProcessInfo.processInfo.environment["OPTML_TEST_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...UInt64.max)
        print("\(test): OPTML_TEST_SEED=\(seed)")
        return seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// The next `count` bytes.
    mutating func bytes(_ count: Int) -> Data {
        var words = (0..<(count / 8 + 1)).map { _ in next() }
        return words.withUnsafeMutableBytes { Data($0.prefix(count)) }
    }
}
