import ModelArtifacts

/// Tells names of environment variables that are those of secrets, and values that are secrets whatever they are called.
enum SensitiveName {
    /// The words at the end of a name that say that its value is a secret.
    private static let endings: [[String]] = [
        ["passphrase"], ["secret"], ["credential"], ["credentials"], ["api", "key"], ["access", "key"],
        ["secret", "key"], ["private", "key"], ["auth", "key"], ["signing", "key"],
        ["encryption", "key"], ["access", "key", "id"], ["passwords"], ["secrets"], ["apikeys"], ["api", "keys"],
    ]
    /// What stands in front of `token` where it is a piece of text that a model reads, and no secret. A bot has a token of its own,
    /// with which it speaks to Telegram, Slack or Discord.
    private static let textTokens: Set<String> = [
        "pad", "eos", "bos", "cls", "sep", "unk", "mask", "stop", "start", "end", "begin", "special", "image", "audio",
        "video", "next", "first", "last", "max", "min", "per", "new", "tool", "think", "reasoning", "eot", "eom",
        "chat", "prompt", "media", "draft", "num",
    ]

    /// Whether a variable is called as secrets are: `DB_PASSWORD`, `HF_TOKEN`, `openaiApiKey`. Names of what only leads to a
    /// secret, `SECRET_ARN` or `TOKEN_FILE`, end otherwise.
    static func isSecret(_ name: ByteString) -> Bool {
        let words = words(of: name)
        guard let last = words.last else { return false }
        if last == "token" { return words.count == 1 || !textTokens.contains(words[words.count - 2]) }
        if ["password", "passwd", "apikey"].contains(where: last.hasSuffix) { return true }
        return endings.contains { words.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a value cannot be a secret: a truth value, a small number, a name of something in AWS or of a secret that is kept
    /// there, `prod/db`, or what a model reads as one token of its own, `<s>` or `[SEP]`. `EMPTY` is what programs that want
    /// some key send to a server of vLLM that asks for none.
    static func isHarmless(_ value: ByteString) -> Bool {
        let folded = value.folded
        if [("<", ">"), ("[", "]")].contains(where: { value.hasPrefix($0) && value.hasSuffix($1) }) { return true }
        return ["true", "false", "yes", "no", "none", "null", "on", "off", "empty"].contains(folded)
            || (value.count < 4 && value.bytes.allSatisfy(ASCII.isDigit)) || AmazonResourceName(value) != nil
            || isPath(value)
    }

    /// Whether a value is the name of a secret or a parameter in AWS with its folders, `/prod/api/key` or `prod/db`. What is drawn
    /// by chance has capitals, longer parts, or other characters.
    private static func isPath(_ value: ByteString) -> Bool {
        let parts = value.bytes.split(separator: UInt8(ascii: "/"))
        let isWord = { (byte: UInt8) in ASCII.isAlphanumeric(byte) || "._-".utf8.contains(byte) }
        guard parts.count > 1, parts.allSatisfy({ $0.count <= 32 && $0.allSatisfy(isWord) }) else { return false }
        return value.hasPrefix("/") || value == value.folded
    }

    /// What a value is that is a secret by its form alone; nil if it is none that can be told.
    ///
    /// Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids (ids of
    /// access keys), https://huggingface.co/docs/hub/security-tokens,
    /// https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats,
    /// https://docs.slack.dev/authentication/tokens, RFC 7468 (keys in text), RFC 3986, section 3.2.1 (passwords in addresses).
    static func kind(of value: ByteString) -> String? {
        if ["AKIA", "ASIA"].contains(where: value.hasPrefix), value.count == 20,
            value.bytes.allSatisfy({ ASCII.isDigit($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        {
            return "the id of an AWS access key"
        }
        if isToken(value, "hf_", 30...50) { return "a token of Hugging Face" }
        if ["ghp_", "gho_", "ghs_", "ghu_", "ghr_"].contains(where: { isToken(value, $0, 36...255) }) {
            return "a token of GitHub"
        }
        if value.hasPrefix("github_pat_"), value.count > 40 { return "a token of GitHub" }
        if ["xoxb-", "xoxp-", "xoxa-", "xapp-"].contains(where: value.hasPrefix), value.count > 20 {
            return "a token of Slack"
        }
        if holdsPassword(value) { return "an address with a password in it" }
        let isKey =
            value.hasPrefix("-----BEGIN ")
            && ByteSearch.first("PRIVATE KEY-----", in: value.bytes.prefix(64)) != nil
        return isKey ? "a private key" : nil
    }

    /// Whether a value is an address with a password: `postgres://user:password@host/`.
    private static func holdsPassword(_ value: ByteString) -> Bool {
        guard let mark = ByteSearch.first("://", in: value.bytes[...]), mark > 0,
            value.bytes[..<mark].allSatisfy({ ASCII.isAlphanumeric($0) || "+-.".utf8.contains($0) })
        else { return false }
        let authority = value.bytes[(mark + 3)...].prefix { !"/?# ".utf8.contains($0) }
        guard let end = authority.lastIndex(of: UInt8(ascii: "@")),
            let colon = authority[..<end].firstIndex(of: UInt8(ascii: ":"))
        else { return false }
        let password = ByteString(Array(authority[(colon + 1)..<end]))
        // What is put in its place by another program, or was blotted out, is none.
        return !password.bytes.allSatisfy { $0 == UInt8(ascii: "*") }
            && UnfilledTemplate.placeholder(in: password) == nil
    }

    private static func isToken(_ value: ByteString, _ prefix: ByteString, _ length: ClosedRange<Int>) -> Bool {
        let rest = value.bytes.dropFirst(prefix.count)
        return value.hasPrefix(prefix) && length.contains(rest.count) && rest.allSatisfy(ASCII.isAlphanumeric)
    }

    /// The words of a name in small letters: `DB_PASSWORD` and `dbPassword` are `db` and `password`.
    private static func words(of name: ByteString) -> [String] {
        var words: [String] = [""]
        var wasSmall = false
        for byte in name.bytes {
            let isWord = ASCII.isAlphanumeric(byte)
            let isCapital = ASCII.isLetter(byte) && !ASCII.isLowerCase(byte)
            if !isWord || (isCapital && wasSmall) { words.append("") }
            if isWord { words[words.count - 1].unicodeScalars.append(Unicode.Scalar(isCapital ? byte | 0x20 : byte)) }
            wasSmall = ASCII.isLowerCase(byte) || ASCII.isDigit(byte)
        }
        return words.filter { !$0.isEmpty }
    }
}
