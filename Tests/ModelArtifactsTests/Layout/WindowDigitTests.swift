import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct WindowDigitTests {
    /// Digits from the last to the first order windows as they are ordered themselves.
    @Test func orderTheWindows() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let mask =
                UInt64.random(in: 0...UInt64.max, using: &generator)
                & UInt64.random(in: 0...UInt64.max, using: &generator)
            let same = UInt64.random(in: 0...UInt64.max, using: &generator) & ~mask
            let windows = (0..<20).map { _ in UInt64.random(in: 0...UInt64.max, using: &generator) & mask | same }
            let difference = windows.reduce(0) { $0 | ($1 ^ windows[0]) }
            let digits = WindowDigit.digits(of: difference, bits: Int.random(in: 1...12, using: &generator))
            var sorted = windows
            for digit in digits {
                #expect(sorted.allSatisfy { (0..<digit.valueCount).contains(digit.value(in: $0)) }, "seed \(seed)")
                // A stable sort by insertion.
                sorted = sorted.reduce(into: []) { result, window in
                    let value = digit.value(in: window)
                    result.insert(window, at: result.firstIndex { digit.value(in: $0) > value } ?? result.endIndex)
                }
            }
            #expect(sorted == windows.sorted(), "seed \(seed)")
        }
    }
}
