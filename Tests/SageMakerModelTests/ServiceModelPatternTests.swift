import ModelArtifacts
import Testing

@testable import SageMakerModel

/// The patterns of the tables that have no code of their own.
@Suite struct ServiceModelPatternTests {
    /// Every pattern of every request.
    private static func patterns(_ shape: Shape) -> Set<String> {
        switch shape {
        case .structure(let structure): structure.members.reduce(into: []) { $0.formUnion(patterns($1.shape)) }
        case .list(let element, _): patterns(element)
        case .map(let key, let value, _): Set([key, value].compactMap { $0.pattern?.expression })
        case .text(let constraint): Set([constraint.pattern?.expression].compactMap { $0 })
        case .boolean, .number, .any: []
        }
    }

    @Test func allCanBeRead() {
        let all = Operation.all.reduce(into: Set<String>()) { $0.formUnion(Self.patterns(.structure($1.structure))) }
        #expect(all.count >= 25)
        for expression in all { #expect(RegularExpression(expression) != nil, "\(expression)") }
    }

    @Test(arguments: [
        (#"[0-9]\.[A-Za-z0-9.-]+"#, ["1.2", "2.0.1-rc"], ["12.1", "1", "1.", "1._"]),
        (#"\d{1,4}.\d{1,4}"#, ["1.2", "1234x1"], ["1", "12345.1.", ".1"]),
        (#"[Ss][Hh][Aa]256:[0-9a-fA-F]{4}"#, ["sha256:00fF"], ["sha256:00f", "sha256:00fFf", "sha512:0000"]),
        (#"[a-zA-Z0-9](-*[a-zA-Z0-9])*"#, ["a", "a--b"], ["", "a-", "-a"]),
        (#"(arn:[a-z]+\/)?([a-z-]{1,3})(?<!-)(\/[0-9]{1,2})?"#, ["a", "arn:x/a-b/12"], ["a-", "a-/1", "abcd"]),
        (#"[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*"#, ["", "a é ½ € „x“"], ["\n", "a\u{0}"]),
        (#".{0,3}"#, ["", "abc"], ["abcd", "a\n"]), (#"[\S\s]+"#, ["\n"], [""]),
        (#"[-\w]+\/.+"#, ["a-b/c"], ["/c", "a/"]),
        (#"(a|bc|)d"#, ["ad", "bcd", "d"], ["abcd", "b"]), (#"x{2,}"#, ["xx", "xxxx"], ["x"]),
        (#"[^a-c]"#, ["d"], ["b"]),
    ]) func matchWhatTheySay(_ expression: String, _ good: [String], _ bad: [String]) throws {
        let pattern = try #require(RegularExpression(expression))
        for text in good { #expect(pattern.matches(ByteString(text)), "\(expression) \(text)") }
        for text in bad { #expect(!pattern.matches(ByteString(text)), "\(expression) \(text)") }
    }

    /// What takes others exponential time.
    @Test func takesLongTextsInItsStride() throws {
        let pattern = try #require(RegularExpression("(a|a)*(a*)*b"))
        #expect(!pattern.matches(ByteString(String(repeating: "a", count: 20_000))))
        for unknown in ["a{", "(?=a)", "[a", "(a", "a**", "\\q", "a)", "a{3,1}", "*"] {
            #expect(RegularExpression(unknown) == nil)
        }
    }
}
