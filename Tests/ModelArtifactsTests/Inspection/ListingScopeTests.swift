import Testing

@testable import ModelArtifacts

/// Against comparing keys with prefixes byte by byte.
@Suite struct ListingScopeTests {
    @Test func keysOfPrefixes() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(state: seed)
        for count in 0..<20 {
            let prefix = count == 0 ? "" : String(repeating: "m", count: count - 1) + "/"
            for dataType in [S3DataType.prefix, .object] {
                let uri = try #require(S3URI(ByteString("s3://bucket/\(prefix)\(dataType == .object ? "n" : "")")))
                let scope = ListingScope(
                    Subject(
                        kind: .listing, location: "keys", uri: uri, combination: Combination(dataType, .none),
                        combinationIsExplicit: true))
                for _ in 0..<300 {
                    var key = Array(prefix.utf8.prefix(Int.random(in: 0...30, using: &generator)))
                    if !key.isEmpty, Bool.random(using: &generator) {
                        key[Int.random(in: 0..<key.count, using: &generator)] = UInt8(ascii: "/")
                    }
                    if Bool.random(using: &generator) { key += "n".utf8 }
                    if Bool.random(using: &generator) { key += "nn/nnnnnnnn".utf8 }
                    let start = scope.pathStart(of: key.span, in: nil)
                    let isInside = dataType == .object ? key == uri.key.bytes : key.starts(with: Array(prefix.utf8))
                    #expect(start == (isInside ? count : nil), "seed \(seed), '\(prefix)': '\(ByteString(key))'")
                }
            }
        }
    }
}
