import ModelArtifacts

/// How keys are spread over directories, as in the listings that people have; with a few odd names among them.
enum ListingShape: CaseIterable {
    case wide, few, pairs, jobs, jobArchives, runs, capitals, capitalDirectories, accents, accentedDirectories, deep,
        long

    private static let odd = [
        "", ".", " ", "\u{3000}", ".git/x", "a\0", "MODEL.bin", "model.BIN", "MOD\u{C8}LE-3.bin",
        "mode\u{300}le-3.bin", "mod\u{E8}le-3.bin", "\u{212A}3", "k3", "Output/x", "OUTPUT/y", "output", "output-2/x",
        "._x", "a//b", "o.tar.gz",
        "Run-3", "run-3/x", "\u{C9}tape-3/x", "e\u{301}tape-3/x",
    ]

    func keys(_ count: Int, using generator: inout SplitMix64) -> [ByteString] {
        var keys: [ByteString] = []
        for number in 0..<count {
            let path = path(number)
            keys.append(ByteString("p/" + path))
            guard Int.random(in: 0..<40, using: &generator) == 0 else { continue }
            // An odd name in one of the directories of the path.
            let parts = path.split(separator: "/")
            let depth = Int.random(in: 0..<parts.count, using: &generator)
            let name = Self.odd.randomElement(using: &generator) ?? ""
            keys.append(ByteString("p/" + (parts.prefix(depth) + [name[...]]).joined(separator: "/")))
            // A file where a directory is, and a directory where a file is.
            if Int.random(in: 0..<4, using: &generator) == 0, depth > 0 {
                keys.append(ByteString("p/" + parts.prefix(depth).joined(separator: "/")))
            }
            if Int.random(in: 0..<8, using: &generator) == 0 { keys.append(ByteString("p/\(path)/below")) }
            if Int.random(in: 0..<8, using: &generator) == 0 { keys.append(ByteString("p/\(path)")) }
        }
        return keys
    }

    private func path(_ number: Int) -> String {
        switch self {
        case .wide: "weights/model-\(100_000 + number).bin"
        case .few: "group-\(number / 5)/shard-\(number % 5).bin"
        case .pairs: "group-\(number / 2)/shard-\(number % 2)"
        case .jobs: "job-\(number)/output/model.bin"
        case .jobArchives: "job-\(number)/output/model.tar.gz"
        case .runs:
            "mlruns/\(number / 40)/\(number / 8)/"
                + [
                    "meta.yaml", "metrics/loss", "metrics/rmse", "params/lr", "params/seed", "tags/user",
                    "artifacts/model/MLmodel", "artifacts/model/model.pkl",
                ][number % 8]
        case .capitals: "group-\(number / 20)/Model-\(number % 20).bin"
        case .capitalDirectories: "Run-\(number / 3)/Output/Model-\(number % 3).bin"
        case .accents: "group-\(number / 20)/mod\u{E8}le-\(number % 20).bin"
        case .accentedDirectories: "\u{E9}tape-\(number / 3)/\u{E9}/poids-\(number % 3).bin"
        case .deep: (0..<11).map { "l\($0)-\(number >> (11 - $0))" }.joined(separator: "/") + "/f"
        case .long:
            String(repeating: "n", count: 190) + "\(number / 10)/" + String(repeating: "m", count: 190) + "\(number)"
        }
    }
}
