import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Which variables are called as secrets are, in the ways in which programs spell their names.
@Suite struct SensitiveNameTests {
    @Test(arguments: [
        "DB_PASSWORD", "dbPassword", "MYSQLPASSWORD", "SMTP_PASSWD", "SSH_PASSPHRASE", "CLIENT_SECRET", "clientSecret",
        "GCP_CREDENTIAL", "CREDENTIALS", "OPENAI_APIKEY", "openaiapikey", "OPENAI_API_KEY", "openaiApiKey",
        "azure-api-key", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_KEY", "PRIVATE_KEY", "AUTH_KEY",
        "signing.key", "ENCRYPTION_KEY", "PASSWORDS", "APP_SECRETS", "APIKEYS", "API_KEYS", "TOKEN", "HF_TOKEN",
        "accessToken", "TOKEN_", "PASSWORD", "TELEGRAM_BOT_TOKEN", "slackBotToken", "BOT_TOKEN",
    ])
    func isSecret(_ name: String) { #expect(SensitiveName.isSecret(ByteString(name))) }

    /// What leads to a secret, has a part of such a name, or is a piece of text that a model reads.
    @Test(arguments: [
        "", "_", "SECRET_ARN", "PASSWORD_FILE", "TOKEN_PATH", "KEY", "PUBLIC_KEY", "PARTITION_KEY", "API_KEY_HEADER",
        "KEY_ID", "MAX_TOKENS", "TOKENIZER", "SECRETARY", "passwordless", "apiKeyName",
    ])
    func isNone(_ name: String) { #expect(!SensitiveName.isSecret(ByteString(name))) }

    @Test(arguments: [
        "pad", "eos", "bos", "cls", "sep", "unk", "mask", "stop", "start", "end", "begin", "special", "image", "audio",
        "video", "next", "first", "last", "max", "min", "per", "new", "tool", "think", "reasoning", "eot", "eom",
        "chat", "prompt", "media", "draft", "num",
    ])
    func tokensOfTexts(_ word: String) {
        for name in [
            word + "_token", word.uppercased() + "_TOKEN", word.prefix(1).uppercased() + word.dropFirst() + "Token",
        ] {
            #expect(!SensitiveName.isSecret(ByteString(name)), "\(name)")
        }
    }
}
