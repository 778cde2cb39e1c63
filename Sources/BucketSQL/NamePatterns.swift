import ModelArtifacts

/// Regular expressions for names, in what the engines' dialects of them (RE2, Java, Joni) have in common: of these, Joni in Trino knows
/// no `\x{85}`, and RE2 no `\u0085`.
enum NamePatterns {
    /// White space: what `NameTraits.blank` knows, by Unicode's property White_Space. Next to the category Z that is U+0085, as it stands.
    private static let space = "[\\x09-\\x0D\u{85}\\p{Z}]"

    /// A name of white space alone, or of nothing.
    static let blank = "\\A\(space)*\\z"
    /// `.` or `..`.
    static let dots = #"\A\.{1,2}\z"#
    static let null = #"\x00"#
    static let backslash = #"\x5C"#

    /// A path that holds a name that cannot be.
    static let suspicious = "(?:\\A|/)(?:\(space)*|\\.{1,2})(?:/|\\z)|[\\x00\\x5C]"

    /// The last component of a path.
    static let lastName = #"[^/]*\z"#

    /// A name that numbers one of several files: stem, number, count and ending, which may have a variant before it.
    static let numbered = "(?s)\\A(.+)-(\(number))-of-(\(number))(\(ending))\\z"
    private static let number = "[0-9]{1,\(NumberedName.usualDigits.upperBound)}"
    private static let ending =
        "(?:\(variant)(?:\(alternatives(NumberedName.variantEndings)))|\(alternatives(NumberedName.endings)))?"
    private static let variant = "\\.[0-9A-Za-z_]{1,\(NumberedName.longestVariant)}"
    /// A name that numbers with the usual digits, or may do with fewer.
    static let usual =
        "-[0-9]{\(digits)}-of-[0-9]{\(digits)}(?:\\.[^-]*)?\\z|\(escaped(NumberedName.shortEnding))\\z"
    private static let digits = "\(NumberedName.usualDigits.lowerBound),\(NumberedName.usualDigits.upperBound)"

    private static func alternatives(_ names: [String]) -> String { names.map(escaped).joined(separator: "|") }

    /// The name of an index of shards: stem and format.
    static let index = "(?s)\\A(.+?)\\.(\(ShardIndex.formats.joined(separator: "|")))\\.index\\.json\\z"

    /// A whole file that shards may be split from.
    static let whole = "(?:\(WeightFiles.wholeNames.map(escaped).joined(separator: "|")))\\z"

    /// A path that may be one of these three.
    static let weights =
        "-of-\(number)\(ending)\\z|\(whole)|\\.(?:\(ShardIndex.formats.joined(separator: "|")))\\.index\\.json\\z"

    /// The name of a file that is not to be empty: what `EmptyWeights` takes for weights, or for JSON that loaders read.
    static let nonempty = "(?s)\\A(?:" + (nonemptyNames + loaderFiles).joined(separator: "|") + ")\\z"
    private static let loaderFiles = ContentFormat.loaderFiles.map(escaped)
    private static let nonemptyNames = [
        #".*\.(?:safetensors|gguf|onnx|onnx_data|onnx\.data|pt|pth|pt2|ckpt|h5|hdf5|keras|tflite|plan|engine|ubj|npz|npy)"#,
        #".*\.(?:xgb|joblib|pkl|pickle)"#,
        #"xgboost-model|saved_model\.pb|variables\.index|flax_model.*\.msgpack"#,
        #"(?:pytorch_model|diffusion_pytorch_model|adapter_model|model).*\.bin|.*weights.*\.bin"#,
        #".*\.index\.json|.+\.(?:safetensors|bin|h5|msgpack)\.index\.[^.]*\.json"#,
    ]

    /// The path of such a file which belongs to code, and may be empty.
    static let code = "(?s)(?:\\A|/)(?:\(CodeDirectory.names.joined(separator: "|")))/(?:.*/)?[^/]*\\.(?:pth|json)\\z"

    private static func escaped(_ text: String) -> String {
        String(text.flatMap { $0 == "." ? ["\\", $0] : [$0] })
    }
}
