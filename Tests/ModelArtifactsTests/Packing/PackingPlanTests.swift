import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What goes into an archive, and what does not.
@Suite struct PackingPlanTests {
    static func names(_ plan: PackingPlan) -> [String] { plan.members.map { "\($0.kind.rawValue) \($0.path)" } }

    @Test func onlyEmptyDirectoriesAreMembers() throws {
        var tree = try PackedTree()
        try tree.write("a/b/c", [1])
        try tree.write("a.txt", [1])
        for name in ["a/empty", "b-empty", "nested/empty"] {
            try FileManager.default.createDirectory(
                atPath: tree.folder.path + "/model/" + name, withIntermediateDirectories: true)
        }
        #expect(
            try Self.names(tree.plan()) == [
                "file a.txt", "file a/b/c", "directory a/empty", "directory b-empty", "directory nested/empty",
            ])
        tree.options.inspection.dropsEmptyDirectories = true
        let plan = try tree.plan()
        #expect(Self.names(plan) == ["file a.txt", "file a/b/c"])
        #expect(plan.leftOut.map(\.path) == ["a/empty", "b-empty", "nested/empty"])
        #expect(plan.leftOut.allSatisfy { $0.isDirectory && $0.reason == .emptyDirectory })
        #expect(plan.report.findings.isEmpty)
    }

    @Test func filters() throws {
        var tree = try PackedTree()
        for name in [
            "keep.bin", "drop.log", "logs/keep.log", "logs/x.log", ".git/config", "__MACOSX/y", "a/._b", "a/c.pyc",
        ] {
            try tree.write(name, [1])
        }
        tree.options.inspection.filter = PathFilter(
            patterns: [.exclude(Glob("*.log")), .include(Glob("logs/keep*"))], excludesJunk: true)
        let plan = try tree.plan()
        #expect(Self.names(plan) == ["file keep.bin", "file logs/keep.log"])
        #expect(
            plan.leftOut.map { "\($0.path)\($0.isDirectory ? "/" : "")" } == [
                ".git/", "__MACOSX/", "a/._b", "a/c.pyc", "drop.log", "logs/x.log",
            ])
        #expect(plan.leftOutCount == 6 && plan.leftOut.allSatisfy { $0.reason == .excluded })
    }

    @Test func linksAreFollowedOrKept() throws {
        var tree = try PackedTree()
        try tree.write("d/file", [1, 2, 3])
        let model = tree.folder.path + "/model/"
        try FileManager.default.createSymbolicLink(atPath: model + "link", withDestinationPath: "d/file")
        // As a directory it would come behind "dir.x", as a link in front of it.
        try FileManager.default.createSymbolicLink(atPath: model + "dir", withDestinationPath: "d")
        try tree.write("dir.x", [1])
        try FileManager.default.linkItem(atPath: model + "d/file", toPath: model + "hard")
        #expect(
            try Self.names(tree.plan()) == ["file d/file", "file dir.x", "file dir/file", "file hard", "file link"])
        tree.options.inspection.keepsSymlinks = true
        let plan = try tree.plan()
        #expect(Self.names(plan) == ["file d/file", "symlink dir", "file dir.x", "file hard", "symlink link"])
        #expect(plan.members.compactMap(\.target) == ["d", "d/file"])
        #expect(plan.report.findings.map(\.rule) == ["link-member", "link-member"])
        let members = list(try inflate(tree.pack().bytes).contents).members
        #expect(members.compactMap(\.linkTarget) == ["d", "d/file"])
    }

    /// Links that are kept are looked at as those of an archive.
    @Test func keptLinksAreChecked() throws {
        var tree = try PackedTree()
        try tree.write("file", [1])
        let model = tree.folder.path + "/model/"
        for (name, target) in [("gone", "nowhere"), ("out", "../../etc"), ("root", "/etc/passwd")] {
            try FileManager.default.createSymbolicLink(atPath: model + name, withDestinationPath: target)
        }
        tree.options.inspection.keepsSymlinks = true
        let report = try tree.plan().report
        #expect(
            report.findings.filter { $0.severity == .error }.map(\.rule) == [
                "dangling-link", "link-escape", "link-escape",
            ])
        tree.options.inspection.keepsSymlinks = false
        let followed = try tree.plan()
        #expect(
            followed.report.findings.filter { $0.severity == .error }.map(\.rule) == [
                "broken-symlink", "broken-symlink",
            ])
        #expect(
            followed.leftOut.map(\.path) == ["gone", "out"] && followed.leftOut.allSatisfy { $0.reason == .unusable })
    }

    @Test func namesThatAreNotUTF8() throws {
        let tree = try PackedTree()
        try tree.write("fine", [1])
        let path = Array((tree.folder.path + "/model/caf").utf8) + [0xE9, 0]
        let file = fopen(path.map { CChar(bitPattern: $0) }, "w")
        try #require(file != nil)
        fclose(file)
        let report = try tree.plan().report
        #expect(report.findings.map(\.rule) == ["key-not-utf8"])
        #expect(report.summary.errors == 1)
    }

    /// A tree so deep that no path names its innermost file.
    @Test func deeperThanPathsCanBe() throws {
        let tree = try PackedTree()
        try tree.write("top", [1])
        let script = """
            cd '\(tree.folder.path)/model'; for i in $(seq 60); do
            mkdir -p ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
            cd ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd || exit 1
            done; printf deep >file
            """
        #expect(try Command("/bin/bash").run("-c", script).status == 0)
        defer { _ = try? Command("/bin/bash").run("-c", "rm -rf '\(tree.folder.path)/model'") }
        let (_, bytes) = try tree.pack()
        let members = list(try inflate(bytes).contents).members
        #expect(members.map(\.name.count) == [60 * 94 + 4, 3])
        #expect(members.first?.size == 4)
    }

    /// Where the archive goes must not be what is packed.
    @Test func knowsItsOwnPlace() throws {
        var tree = try PackedTree()
        let file = try tree.write("a/file", [1])
        let model = ByteString(tree.folder.path + "/model")
        try FileManager.default.createSymbolicLink(atPath: tree.folder.path + "/alias", withDestinationPath: "model/a")
        let plan = try tree.plan()
        #expect(plan.holds(fileAt: ByteString(file)))
        #expect(!plan.holds(fileAt: model + "/a/other"))
        for place in [model + "/new.tar.gz", model + "/a/../new", ByteString(tree.folder.path + "/alias/new")] {
            #expect(plan.wouldHold(fileAt: place), "\(place)")
        }
        for place in [ByteString(tree.folder.path + "/model.tar.gz"), model + "/../new", "/nonexistent/x", "new"] {
            #expect(!plan.wouldHold(fileAt: place), "\(place)")
        }
        tree.options.inspection.filter = PathFilter(patterns: [.exclude(Glob("*.tar.gz"))])
        #expect(try !tree.plan().wouldHold(fileAt: model + "/new.tar.gz"))
    }
}
