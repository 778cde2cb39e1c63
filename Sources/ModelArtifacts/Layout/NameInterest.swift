/// Which names of files a check wants to see. One name in a hundred interests any check, so that it is told by a look at the
/// first byte, the last byte and the classes of the bytes between, before any check is called.
package struct NameInterest: Sendable {
    /// The first bytes of such names.
    package var firstBytes: String
    /// The last bytes of such names.
    package var lastBytes: String
    /// What names have that are of interest whatever their first and last bytes.
    package var traits: NameTraits

    package init(firstBytes: String = "", lastBytes: String = "", traits: NameTraits = []) {
        self.firstBytes = firstBytes
        self.lastBytes = lastBytes
        self.traits = traits
    }
}
