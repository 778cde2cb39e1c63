/// Why one name may be taken for another.
package enum Likeness: Sendable {
    /// They are the same text but for the case of letters.
    case `case`
    /// They are the same text in different bytes.
    case text
}
