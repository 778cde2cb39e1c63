import ModelArtifacts

/// Finds keys at which what a prefix holds can be divided: the beginnings of its "directories", which S3 tells a thousand at a time,
/// whatever lies below them.
///
/// Any keys would do: what is listed between them is all that there is. These are only likely to divide it well.
struct SplitPoints: Sendable {
    /// With fewer objects in a directory, asking for the directories takes about as long as asking for everything.
    private static let leastPerDirectory = 8
    /// As many as are worth asking for on a further level.
    private static let enough = 64
    private static let mostLevels = 3
    /// The most pages about the directories of a level.
    private static let mostPages = 32

    let service: S3Service
    let uri: S3URI

    /// Whether the first page of a prefix looks as if directories divide what follows.
    static func arePromising(_ page: ListPage, prefix: ByteString) -> Bool {
        var directories = 0
        var inDirectories = 0
        var last: ArraySlice<UInt8> = []
        for object in page.objects {
            let rest = page.text[object.key].dropFirst(prefix.count)
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { continue }
            inDirectories += 1
            guard rest[..<slash] != last else { continue }
            last = rest[..<slash]
            directories += 1
        }
        return inDirectories * 2 >= page.objects.count && directories * leastPerDirectory <= page.objects.count
    }

    /// The points in order, as far as they are worth asking for.
    func find() async throws -> [ByteString] {
        var points: Set<ByteString> = []
        var level = [uri.key]
        for _ in 0..<Self.mostLevels where !level.isEmpty && points.count < Self.enough {
            let pages = max(1, Self.mostPages / level.count)
            level = try await withThrowingTaskGroup(of: [ByteString].self) { group in
                for prefix in level { group.addTask { try await directories(below: prefix, mostPages: pages) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            points.formUnion(level)
        }
        return points.sorted()
    }

    private func directories(below prefix: ByteString, mostPages: Int) async throws -> [ByteString] {
        var directories: [ByteString] = []
        var token: ByteString?
        for _ in 0..<mostPages {
            let page = try await service.page(.list(uri, prefix: prefix, token: token, delimiter: "/"), prefix: prefix)
            directories += page.commonPrefixes
            // Where there are mostly objects beside directories, it is as well to list them.
            guard let next = page.nextToken, next != token, page.commonPrefixes.count > page.objects.count else {
                break
            }
            token = next
        }
        return directories
    }
}
