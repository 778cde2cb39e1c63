import ModelArtifacts
import Testing

/// Which parts are hashed when.
@Suite struct PartTableTests {
    @Test func batchesAsTheyAreWritten() {
        let table = PartTable(partSize: 100, batch: 4)
        #expect(table.next(written: 399, isComplete: false, workers: 2) == nil)
        #expect(table.next(written: 400, isComplete: false, workers: 2) == 0..<4)
        table.assigned = 4
        #expect(table.next(written: 799, isComplete: false, workers: 2) == nil)
        #expect(table.next(written: 5000, isComplete: false, workers: 2) == 4..<8)
        #expect(table.range(of: 4) == 400..<500)
    }

    /// In the end everybody takes a share of what is left.
    @Test func theRest() throws {
        let plan = try UploadRule(partSize: 100).plan(forSize: 1001)
        let table = PartTable(partSize: 100, batch: 4)
        table.assigned = 4
        #expect(table.fits(plan))
        table.complete(plan, workers: 3)
        #expect(table.next(written: 1001, isComplete: true, workers: 3) == 4..<7)
        table.assigned = 7
        #expect(table.next(written: 1001, isComplete: true, workers: 3) == 7..<10)
        table.assigned = 10
        #expect(table.next(written: 1001, isComplete: true, workers: 3) == 10..<11)
        #expect(table.range(of: 10) == 1000..<1001)
        table.assigned = 11
        #expect(table.next(written: 1001, isComplete: true, workers: 3) == nil)
        #expect(table.etag == nil)
    }

    /// Other parts than were expected are hashed anew.
    @Test func otherParts() throws {
        let plan = try UploadRule(partSize: 100).plan(forSize: 1001)
        #expect(!PartTable(partSize: 200, batch: 4).fits(plan))
        #expect(!PartTable(partSize: 100, batch: 4).fits(try UploadRule(partSize: 2000).plan(forSize: 1001)))
        let single = PartTable(partSize: nil, batch: 4)
        #expect(single.next(written: 1000, isComplete: false, workers: 1) == nil)
        single.complete(try UploadRule(partSize: 2000).plan(forSize: 1001), workers: 2)
        #expect(single.next(written: 1001, isComplete: true, workers: 2) == 0..<1)
        #expect(single.range(of: 0) == 0..<1001)
    }
}
