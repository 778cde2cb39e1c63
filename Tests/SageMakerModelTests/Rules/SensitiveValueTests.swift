import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Which values are secrets, whatever their variables are called, and which are none.
@Suite struct SensitiveValueTests {
    @Test(arguments: [
        "", "true", "False", "YES", "no", "none", "NULL", "on", "off", "0", "999", "<s>", "<|end|>", "[SEP]",
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:x", "EMPTY", "/prod/api/key", "prod/db",
        "/Prod/DB.Password",
    ])
    func isHarmless(_ value: String) { #expect(SensitiveName.isHarmless(ByteString(value))) }

    @Test(arguments: [
        "1234", "x", "99a", "<s", "s>", "[SEP", "SEP]", "<s]", "[s>", "truth", "arn", "Prod/db", "/x", "a/b+c",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "/0123456789abcdef0123456789abcdef0/b",
    ])
    func isNotHarmless(_ value: String) { #expect(!SensitiveName.isHarmless(ByteString(value))) }

    private static func many(_ count: Int, _ letter: String = "x") -> String { String(repeating: letter, count: count) }

    @Test(arguments: [
        ("AKIA" + many(16, "7"), "AWS"), ("ASIA" + many(16, "Z"), "AWS"), ("AKIA" + many(16, "A"), "AWS"),
        ("hf_" + many(30), "Hugging Face"), ("hf_" + many(50), "Hugging Face"), ("ghp_" + many(36), "GitHub"),
        ("ghp_" + many(255), "GitHub"), ("gho_" + many(36), "GitHub"), ("ghs_" + many(36), "GitHub"),
        ("ghu_" + many(36), "GitHub"), ("ghr_" + many(36), "GitHub"), ("github_pat_" + many(30, "_"), "GitHub"),
        ("xoxb-" + many(16, "-"), "Slack"), ("xoxp-" + many(16), "Slack"), ("xoxa-" + many(16), "Slack"),
        ("xapp-" + many(16), "Slack"), ("-----BEGIN PRIVATE KEY-----", "private key"),
        ("-----BEGIN " + many(36) + " PRIVATE KEY-----", "private key"), ("postgres://user:p@host/db", "password"),
        ("a+b-c.1://:p@h", "password"), ("s://u:p@h", "password"), ("redis://u:p:q@r@host?x", "password"),
        ("amqp://u:***x@h", "password"),
    ])
    func tellsTheKind(_ value: String, _ word: String) {
        #expect(SensitiveName.kind(of: ByteString(value))?.contains(word) ?? false)
    }

    @Test(arguments: [
        "AKIA" + many(15, "7"), "AKIA" + many(17, "7"), "AKIA" + many(16, "a"), "AKIA" + many(16, "_"),
        "AAAA" + many(16, "7"), "hf_" + many(29), "hf_" + many(51), "hf_" + many(30, "-"), "ghp_" + many(35),
        "ghp_" + many(256), "github_pat_" + many(29, "_"), "xoxb-" + many(15), "xoxc-" + many(16),
        "-----BEGIN PUBLIC KEY-----", "-----BEGIN " + many(37) + " PRIVATE KEY-----", "PRIVATE KEY-----",
        "postgres://user@host/db", "postgres://host:80/a@b", "postgres://host:80?a@b", "postgres://host:80#a@b",
        "postgres://host:80 a@b", "://user:p@host", "a_b://user:p@host", "a~b://user:p@host", "user:p@host",
        "amqp://u:***@h", "amqp://u:@h",
        "amqp://u:${PASSWORD}@h",
    ])
    func tellsNoKind(_ value: String) { #expect(SensitiveName.kind(of: ByteString(value)) == nil, "\(value)") }
}
