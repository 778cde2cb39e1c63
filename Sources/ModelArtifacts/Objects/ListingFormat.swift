/// The forms in which a key listing may come. The raw values are the words of `--listing-format`.
public enum ListingFormat: String, CaseIterable, Hashable, Sendable {
    /// JSON: `aws s3api list-objects-v2` (one document, or its pages one behind the other), objects with `Key`, `Size` and
    /// `ETag` one behind the other or in an array (`--query 'Contents[]'`, `s5cmd --json ls`), an array of keys
    /// (`--query 'Contents[].Key'`), or `null` for nothing.
    case json
    /// The text of `aws s3 ls --recursive`, with or without `--human-readable` and `--summarize`.
    case awsS3Ls = "aws-s3-ls"
    /// The `manifest.json` of an S3 Inventory with its CSV or CSV.gz files.
    case inventory
    /// A manifest CSV that `optml manifest` wrote.
    case manifest
    /// Keys, or whole `s3://bucket/key` URIs, one a line.
    case keys
}
