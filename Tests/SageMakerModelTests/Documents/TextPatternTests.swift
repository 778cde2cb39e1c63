import ModelArtifacts
import Testing

@testable import SageMakerModel

@Suite struct TextPatternTests {
    /// Texts that match a pattern, and texts that do not.
    static let cases: [(TextPattern, matching: [ByteString], others: [ByteString])] = [
        (.modelName, ["a", "a-b", "0--9"], ["", "-a", "a-", "a_b", "é", "a\n"]),
        (
            .hostname, ["a", "a--b", ByteString(String(repeating: "-a", count: 63)).dropped],
            ["", "-a", "a-", ByteString(String(repeating: "a", count: 64))]
        ),
        (.channelName, [".", "..", "a.b-c_D9"], ["", "a b", "a/b"]),
        (.environmentName, ["_", "A1", "a_b"], ["", "1a", "a-b", "a.b"]),
        (
            .instanceType, ["ml.m5.large", "ml.p6-b200.48xlarge", "ml.u7i-12tb.112xlarge"],
            [
                "", "m5.large", "ML.M5.LARGE", "ml.m5", "ml..large", "ml.m5.large ", "ml.m5.large.x", "local",
                "ml.m5_a.b",
            ]
        ),
        (.vpcID, ["-", "sg-0aB"], ["", "sg_1", "sg 1"]),
        (.tag, ["", "a:b/c=d+e-f@g_h.i", "ß字 ٣²Ⅳ\u{A0}\u{2028}"], ["#", "a\tb", "a\nb", "👍", "e\u{301}"]),
        (.image, ["a", "registry/repository@sha256:0"], ["", "a b", "a\n", "a\u{A0}b", "\u{1C}"]),
        (.line, ["", "anything, at all"], ["\n", "a\r", "a\u{2028}b", "\u{85}"]),
        (
            .s3URI, ["s3://b", "s3://b/", "https://h/k//", "s3://a\nb/k", "s3:// /"],
            ["", "s3://", "s3:///k", "S3://b/k", "s3://b/a\nb", "http://b/k", " s3://b/k"]
        ),
        (
            .roleARN,
            [
                "arn:aws:iam::123456789012:role/a", "arn:aws-cn:iam::123456789012:rolea",
                "arn:aws:iam::123456789012:role/", "arn:aws:iam::123456789012:role/a/b+=,.@-_",
            ],
            [
                "arn:aws:iam::123456789012:role", "arn:aws:iam::12345678901:role/a", "arn:aws:iam::123456789012:user/a",
                "arn:AWS:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/a b",
                "arn:aws:iam::123456789012:role/a:b", "arn:aws:iam:us:123456789012:role/a",
            ]
        ),
        (
            .modelPackageName,
            [
                "a", "a-b/1", "arn:aws:sagemaker:us-east-1:123456789012:model-package/a-b/123456789",
                "arn:aws:sagemaker::123456789012:/a",
            ],
            [
                "", "-a", "a-", "a/", "a/1234567890", "a/b", "a/1/2", ByteString(String(repeating: "a", count: 64)),
                "arn:aws:sagemaker:us-east-1:123456789012:a", "arn:aws:s3:::a", "a-/1",
            ]
        ),
    ]

    @Test(arguments: cases.indices) func matchesWholeTexts(_ index: Int) {
        let (pattern, matching, others) = Self.cases[index]
        for text in matching { #expect(pattern.matches(text), "\(text) \(pattern.expression)") }
        for text in others { #expect(!pattern.matches(text), "\(text) \(pattern.expression)") }
    }

    /// What is suggested is always of the form that is asked for, but for the account that nobody can tell.
    @Test(arguments: cases.indices) func suggestsWhatMatches(_ index: Int) {
        let (pattern, matching, others) = Self.cases[index]
        for text in matching + others {
            guard let suggestion = pattern.suggestion(text), suggestion != text,
                !suggestion.hasPrefix("arn:aws:iam::ACCOUNT")
            else {
                continue
            }
            #expect(pattern.matches(suggestion), "\(text) \(suggestion)")
        }
    }

    /// A text of which pieces are not known may match if anything at all in their place makes it match.
    @Test func tellsWhetherUnknownTextMayMatch() {
        let role = TextPattern.roleARN
        let account: ByteString = "arn:aws:iam::"
        for (pattern, pieces, mayMatch) in [
            (role, [account, nil, ":role/r"], true), (role, [account, nil, ":user/r"], false),
            (role, [nil, ":user/r"], false),
            (role, [nil, "role/", nil], true), (role, ["arn:aws:s3:", nil], false), (role, [nil], true),
            (.s3URI, ["s3:", nil], true), (.s3URI, ["s3", nil], true), (.s3URI, [nil, "/a"], true),
            (.s3URI, ["gs:", nil], false),
            (.s3URI, ["https://", nil, ".s3.amazonaws.com/a"], true), (.s3URI, ["s3:///", nil], false),
            (.modelName, [nil, "_llm"], false), (.modelName, [nil, "-llm"], true), (.modelName, [nil, "-"], false),
            (.modelPackageName, ["a b ", nil], false), (.modelPackageName, ["a-", nil], true),
            (.modelPackageName, [nil, "/-"], false), (.modelPackageName, ["arn:aws:sagemaker:", nil, "/p"], true),
            (.image, ["a", nil, " b"], false), (.image, ["a", nil, "b"], true), (.hostname, [nil, "a", nil], true),
            (.hostname, [nil, ".", nil], false),
        ] as [(TextPattern, [ByteString?], Bool)] {
            #expect(pattern.mayMatch(KnownText(pieces)) == mayMatch, "\(pattern.expression) \(pieces)")
        }
    }

    /// Cutting a piece out of a text that matches leaves one that may match.
    @Test func whatMatchesMayMatchWithoutAPiece() {
        for (pattern, matching, _) in Self.cases {
            for text in matching where text.count < 70 {
                for start in 0...text.count {
                    for end in start...text.count {
                        let pieces = [
                            ByteString(Array(text.bytes[..<start])), nil, ByteString(Array(text.bytes[end...])),
                        ]
                        guard pieces.compactMap({ $0 }).allSatisfy({ $0.string != nil }) else { continue }
                        #expect(pattern.mayMatch(KnownText(pieces)), "\(pattern.expression) \(pieces)")
                    }
                }
            }
        }
    }

    @Test func tellsWhatATextMayBecome() {
        for (pieces, words, others) in [
            (["Single", nil], ["SingleModel"], ["MultiModel"]),
            ([nil, "Model"], ["SingleModel", "MultiModel"], ["S3Prefix"]),
            (["M", nil, "i", nil, "l"], ["MultiModel", "Mil"], ["SingleModel", "Ml"]), ([nil], ["", "a"], []),
            (["a", nil, "a"], ["aa"], ["a"]),
        ] as [([ByteString?], [ByteString], [ByteString])] {
            let text = KnownText(pieces)
            #expect(words.allSatisfy(text.mayBecome) && !others.contains(where: text.mayBecome), "\(pieces)")
        }
    }

    @Test func suggestsURIs() {
        let meant: [(ByteString, ByteString?)] = [
            ("mybucket/model/", "s3://mybucket/model/"), ("S3://mybucket/m", "s3://mybucket/m"),
            ("s3:/mybucket/m", "s3://mybucket/m"), ("s3a://mybucket/m", "s3://mybucket/m"),
            ("/mybucket/m", "s3://mybucket/m"),
            ("gs://mybucket/m", nil), ("My Bucket/m", nil), ("model", nil),
        ]
        for (text, suggestion) in meant { #expect(TextPattern.s3URI.suggestion(text) == suggestion, "\(text)") }
    }

    /// A megabyte of what makes engines try again and again is judged as a few bytes of it are. That it takes no longer than
    /// it should is a matter for `CheckRequestTests.hostileNamesAreJudgedAtOnce`.
    @Test func lengthDoesNotMatterToPatternsWithoutBounds() {
        for (pattern, _, _) in Self.cases where pattern.expression != TextPattern.hostname.expression {
            for end in ["!", "", "-", " "] {
                let judged = [3, 1 << 19].map {
                    pattern.matches(ByteString(String(repeating: "a-", count: $0) + "a" + end))
                }
                // The name in a package has at most 63 characters.
                let isBounded = pattern.expression == TextPattern.modelPackageName.expression
                #expect(isBounded ? !judged[1] : judged[0] == judged[1], "\(pattern.expression) \(end)")
            }
        }
    }
}

extension ByteString {
    /// Without the first byte.
    fileprivate var dropped: ByteString { ByteString(Array(bytes.dropFirst())) }
}
