import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct ProgressFileTests {
    /// A listing that has to be sorted is read again.
    @Test func noMoreIsToldThanThereIs() throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write("x", Data([UInt8](repeating: 1, count: 1000)))
        let told = Lock<[Int64]>([])
        let file = ProgressFile(try RegularFile(opening: ByteString(path))) { more in told.withLock { $0.append(more) }
        }
        var buffer = [UInt8](repeating: 0, count: 300)
        for _ in 0..<2 {
            var offset: Int64 = 0
            while case let count = try buffer.withUnsafeMutableBytes({ try file.read(into: $0, at: offset) }), count > 0
            {
                offset += Int64(count)
            }
            #expect(offset == 1000)
            #expect(told.withLock { $0.reduce(0, +) } == 1000)
        }
        #expect(told.withLock { $0.allSatisfy { $0 > 0 } })
    }
}
