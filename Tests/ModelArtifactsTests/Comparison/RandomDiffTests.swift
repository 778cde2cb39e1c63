import TestSupport
import Testing

@testable import ModelArtifacts

/// Comparisons of random trees in all pairs of forms, against plain dictionaries.
@Suite struct RandomDiffTests {
    /// Whether contents are the same, as far as the two forms tell; nil if they do not.
    private func isSame(_ first: [UInt8], _ form: ComparedForm, _ second: [UInt8], _ other: ComparedForm) -> Bool? {
        guard first.count == second.count else { return false }
        if first.isEmpty { return true }
        if first == second { return true }
        // No uploader has parts this small, so a listing that tells how many they are does not tell how large.
        let isInParts = first.count > ComparedTree.partSize
        return isInParts && !form.isLocal && !other.isLocal && (form == .listing || other == .listing) ? nil : false
    }

    private func tree(_ random: inout SplitMix64, _ contents: [[UInt8]]) -> ComparedTree {
        let names = ["a", "b", "a-b", "a.b", "ab", "c c", "ä"]
        var files: [String: [UInt8]] = [:]
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let depth = Int.random(in: 1...3, using: &random)
            let path = (0..<depth).map { _ in names.randomElement(using: &random) ?? "a" }.joined(separator: "/")
            // No path is a file and a directory in one tree.
            let isTaken = files.keys.contains { $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/") }
            if !isTaken { files[path] = contents.randomElement(using: &random) ?? [] }
        }
        return ComparedTree(files: files)
    }

    @Test(arguments: ComparedForm.allCases, ComparedForm.allCases)
    func agreesWithDictionaries(_ form: ComparedForm, _ other: ComparedForm) async throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        let contents = [0, 1, 5, 5, 5, 999, 1000, 1000, 2500, 2500].map { random.bytes($0) }
        for round in 0..<25 {
            let old = tree(&random, contents)
            var new = round % 2 == 0 ? tree(&random, contents) : old
            if round % 2 == 1 {
                for path in old.files.keys.sorted() where Int.random(in: 0..<3, using: &random) == 0 {
                    let bytes = new.files.removeValue(forKey: path)
                    if Bool.random(using: &random) { new.files["moved/" + path] = bytes }
                }
            }
            let diff = try await ComparedTree.diff(old, form, new, other)
            check(diff, old, form, new, other, "seed \(seed), round \(round)")
        }
    }

    private func check(
        _ diff: ArtifactDiff, _ old: ComparedTree, _ form: ComparedForm, _ new: ComparedTree, _ other: ComparedForm,
        _ comment: Comment
    ) {
        let mount = "/opt/ml/model/"
        func directories(_ tree: ComparedTree) -> Set<String> {
            Set(
                tree.files.keys.flatMap { path in
                    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
                })
        }
        var (changed, unverified, same): (Set<String>, Set<String>, Int) = ([], [], 0)
        for (path, bytes) in old.files {
            guard let others = new.files[path] else { continue }
            switch isSame(bytes, form, others, other) {
            case true?: same += 1
            case false?: changed.insert(path)
            case nil: unverified.insert(path)
            }
        }
        let types = Set(old.files.keys).intersection(directories(new))
            .union(Set(new.files.keys).intersection(directories(old)))
        func paths(_ kind: ArtifactChange.Kind) -> Set<String> {
            Set(diff.changes.filter { $0.kind == kind }.map { String(($0.path.string ?? "").dropFirst(mount.count)) })
        }
        #expect(paths(.changed) == changed, comment)
        #expect(
            Set(diff.unverified.map { String(($0.to.path.string ?? "").dropFirst(mount.count)) }) == unverified, comment
        )
        #expect(paths(.type) == types, comment)
        // What is left is added or removed, but for pairs of the same contents, as many as there are.
        let onlyOld = Set(old.files.keys).subtracting(new.files.keys).subtracting(types)
        let onlyNew = Set(new.files.keys).subtracting(old.files.keys).subtracting(types)
        let moves = diff.changes.filter { $0.kind == .moved }
        var (origins, targets): (Set<String>, Set<String>) = ([], [])
        for move in moves {
            let from = String((move.from?.path.string ?? "").dropFirst(mount.count))
            let to = String(move.path.string?.dropFirst(mount.count) ?? "")
            #expect(old.files[from] == new.files[to] && old.files[from]?.isEmpty == false, comment)
            #expect(onlyOld.contains(from) && onlyNew.contains(to), comment)
            #expect(origins.insert(from).inserted && targets.insert(to).inserted, comment)
        }
        let contents = Set(onlyOld.compactMap { old.files[$0] }).filter { bytes in
            !bytes.isEmpty && isSame(bytes, form, bytes, other) == true
        }
        let possible = contents.reduce(0) { sum, bytes in
            sum + min(onlyOld.count { old.files[$0] == bytes }, onlyNew.count { new.files[$0] == bytes })
        }
        #expect(moves.count == possible, comment)
        #expect(paths(.removed) == onlyOld.subtracting(origins), comment)
        #expect(paths(.added) == onlyNew.subtracting(targets), comment)
        var summary = ArtifactDiff.Summary()
        summary.same = same
        summary.added = onlyNew.count - targets.count
        summary.removed = onlyOld.count - origins.count
        summary.changed = changed.count
        summary.moved = moves.count
        summary.type = types.count
        summary.unverified = unverified.count
        #expect(diff.summary == summary, comment)
        #expect(diff.changes.map(\.path) == diff.changes.map(\.path).sorted(), comment)
        #expect(diff.from.files == old.files.count && diff.to.files == new.files.count, comment)
    }
}
