package import Foundation
package import ModelArtifacts

/// The seeds of random tests.
package enum TestSeed {
    /// What `OPTML_TEST_SEED` says, else a new one; printed, so that a failure can be repeated.
    package static func make(_ file: String = #fileID, _ line: Int = #line) -> UInt64 {
        let given = ProcessInfo.processInfo.environment["OPTML_TEST_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...UInt64.max)
        print("\(file):\(line): OPTML_TEST_SEED=\(seed)")
        return seed
    }
}

extension SplitMix64 {
    /// Bytes of all values, equally often.
    package mutating func bytes(_ count: Int) -> [UInt8] {
        let words = (0..<(count / 8 + 1)).map { _ in next().littleEndian }
        return words.withUnsafeBytes { Array($0.prefix(count)) }
    }

    /// The same as data.
    package mutating func data(_ count: Int) -> Data { Data(bytes(count)) }
}
