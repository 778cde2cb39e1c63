import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Files that are not what they were when the plan was made.
@Suite struct PackingChangesTests {
    enum Change: CaseIterable {
        case grows, shrinks, isTruncatedToNothing, isRewritten, isReplaced, isRemoved, becomesADirectory

        func make(_ path: String) throws {
            switch self {
            case .grows:
                let handle = try FileHandle(forWritingTo: URL(filePath: path))
                try handle.seekToEnd()
                try handle.write(contentsOf: Data([1]))
                try handle.close()
            case .shrinks: try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 1_500_000)
            case .isTruncatedToNothing: try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 0)
            case .isRewritten:
                let handle = try FileHandle(forWritingTo: URL(filePath: path))
                try handle.write(contentsOf: Data([0xFF]))
                try handle.close()
                // Whatever the resolution of the clock.
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
            case .isReplaced:
                try Data(repeating: 0, count: 2_000_000).write(to: URL(filePath: path), options: .atomic)
            case .isRemoved: try FileManager.default.removeItem(atPath: path)
            case .becomesADirectory:
                try FileManager.default.removeItem(atPath: path)
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
        }
    }

    @Test(arguments: Change.allCases) func isAnError(_ change: Change) throws {
        var tree = try PackedTree()
        try tree.write("a", [1])
        try tree.write("z", [UInt8](repeating: 0, count: 2_000_000))
        tree.options.jobs = 2
        let plan = try tree.plan()
        try change.make(tree.folder.path + "/model/z")
        do {
            _ = try tree.pack(plan)
            Issue.record("\(change) was not seen")
        } catch let error as ArtifactError {
            switch change {
            case .isRemoved: #expect(error.code == .notFound)
            case .becomesADirectory: #expect(error.code == .readFailed)
            default: #expect(error.code == .changedWhileRead)
            }
            #expect(error.message.hasPrefix(tree.folder.path + "/model/z: "), "\(error)")
        }
    }

    /// Of several files that have changed, the first is named, whatever the number of jobs.
    @Test(arguments: [1, 2, 4]) func firstIsNamed(_ jobs: Int) throws {
        var tree = try PackedTree()
        for name in ["a", "b", "c"] { try tree.write(name, [UInt8](repeating: 0, count: 2_000_000)) }
        tree.options.jobs = jobs
        let plan = try tree.plan()
        for name in ["c", "b"] { try Change.shrinks.make(tree.folder.path + "/model/" + name) }
        let error = #expect(throws: ArtifactError.self) { try tree.pack(plan) }
        #expect(error?.message.contains("/model/b: ") ?? false)
    }

    @Test func directoryIsGone() throws {
        let tree = try PackedTree()
        try tree.write("a", [1])
        let plan = try tree.plan()
        try FileManager.default.removeItem(atPath: tree.folder.path + "/model")
        #expect(throws: ArtifactError.self) { try tree.pack(plan) }
    }
}
