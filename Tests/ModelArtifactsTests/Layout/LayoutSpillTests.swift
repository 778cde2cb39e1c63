import TestSupport
import Testing

@testable import ModelArtifacts

/// Rows of a layout that cannot be put away.
@Suite struct LayoutSpillTests {
    @Test func memoryStaysBoundedAfterAFailedWrite() throws {
        let spill = LayoutSpill { () throws(ArtifactError) in throw ArtifactError(.writeFailed, "no space") }
        let path = [UInt8](repeating: 120, count: 1000)
        // What stays in memory is 16 MiB, and a chunk is 1 MiB.
        for number in 0..<40_000 {
            let name = Array("\(number)/".utf8) + path
            spill.visitFile(name.span, LayoutFile(.file, size: 1))
            #expect(spill.pendingCount < 2 << 20)
        }
        let error = #expect(throws: ArtifactError.self) { try spill.finish() }
        #expect(error?.code == .writeFailed)
    }
}
