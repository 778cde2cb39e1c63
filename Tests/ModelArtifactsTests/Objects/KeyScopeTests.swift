import TestSupport
import Testing

@testable import ModelArtifacts

/// Against comparing keys with prefixes byte by byte.
@Suite struct KeyScopeTests {
    @Test func keysOfPrefixes() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for count in 0..<20 {
            let prefix = count == 0 ? "" : String(repeating: "m", count: count - 1) + "/"
            for dataType in [S3DataType.prefix, .object] {
                let uri = try #require(S3URI(ByteString("s3://bucket/\(prefix)\(dataType == .object ? "n" : "")")))
                let scope = KeyScope(uri, dataType)
                let both = KeyScope(uri)
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
                    // What a URI names that may be a prefix or an object.
                    let below = uri.directoryPrefix.count
                    let first = key.starts(with: uri.directoryPrefix.bytes) ? below : key == uri.key.bytes ? count : nil
                    #expect(both.pathStart(of: key.span, in: nil) == first, "seed \(seed): '\(ByteString(key))'")
                }
            }
        }
    }
}
