import TestSupport
import Testing

@testable import ModelArtifacts

/// Against counting hashes in a dictionary.
@Suite struct NameHashesTests {
    @Test func findsWhatIsThereTwice() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for round in 0..<30 {
            let count = [0, 1, 100, 30_000].randomElement(using: &generator) ?? 0
            // Those that differ in what is not kept of a hash, or only in what is.
            var known = [0, UInt64.max, 1, 1 << 5, 1 << 63, 1 << 53, 1 << 54]
            var places: [UInt64: [Int?]] = [:]
            let gathered = (0..<3).map { _ in NameHashes() }
            for _ in 0..<count {
                let isNew = Int.random(in: 0..<50, using: &generator) > 0
                let hash = isNew ? generator.next() : known.randomElement(using: &generator) ?? 0
                if isNew, known.count < 1000 { known.append(hash) }
                let isKept = Int.random(in: 0..<3, using: &generator) == 0
                let slices = [0, 1, 77, NameHash.mostSlices - 1]
                let slice = isKept ? nil : slices.randomElement(using: &generator)
                gathered.randomElement(using: &generator)?.append(hash, .file(slice: slice))
                places[hash >> 5, default: []].append(slice)
            }
            let alike = AlikeNames(among: gathered, jobs: round % 3 + 1)
            var slices: Set<Int> = []
            for (hash, found) in places {
                let isAlike = found.count > 1 && found.contains { $0 != nil }
                #expect(alike.contains(hash << 5) == isAlike, "seed \(seed), round \(round), \(hash)")
                if isAlike { slices.formUnion(found.compactMap(\.self)) }
            }
            #expect(alike.slices == slices, "seed \(seed), round \(round)")
        }
    }

    @Test func countsThem() {
        let hashes = NameHashes()
        let group: UInt64 = 3 << 54
        for number in 0..<2000 { hashes.append(group + UInt64(number) << 20, .file(slice: number)) }
        #expect(hashes.count(inGroup: 3) == 2000)
        #expect(hashes.count(inGroup: 4) == 0)
        var slices: [Int?] = []
        var known: Set<UInt64> = []
        hashes.forEach(inGroup: 3) { hash in
            slices.append(hash.slice)
            known.insert(hash.known(in: 3))
        }
        #expect(slices == Array(0..<2000))
        #expect(known == Set((0..<2000).map { group + UInt64($0) << 20 }))
    }
}
