import Foundation
import SystemPackage
import Testing

@testable import ModelArtifacts

/// Pipes that are set not to block, as they are after they were opened by their names.
@Suite struct WaitingReadTests {
    @Test func waitsForWhatComesLater() throws {
        let (reading, writing) = try FileDescriptor.pipe()
        defer { try? reading.close() }
        #expect(fcntl(reading.rawValue, F_SETFL, O_NONBLOCK) == 0)
        let writer = Thread {
            _ = try? writing.writeAll(Array("late".utf8))
            try? writing.close()
        }
        writer.start()
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try reading.readWaiting(into: $0) }
            if count == 0 { break }
            bytes += buffer.prefix(count)
        }
        #expect(bytes == Array("late".utf8))
    }
}
