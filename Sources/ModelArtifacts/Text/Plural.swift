/// Numbers with nouns.
package enum Plural {
    /// `1 key`, `2 keys`.
    package static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
