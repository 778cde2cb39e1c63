/// What the help of a command says behind its first sentence.
enum CommandHelp {
    /// The line that examples stand below.
    static let examplesTitle = "EXAMPLES:"

    /// A text, and examples of the command below it, a line each.
    ///
    /// - Parameters:
    ///   - text: what there is to know besides; may be empty.
    ///   - examples: whole commands, of at most 76 characters, so that they stay in one line of a terminal of 80.
    static func discussion(_ text: String = "", examples: [String]) -> String {
        (text.isEmpty ? "" : text + "\n\n") + ([examplesTitle] + examples.map { "  " + $0 }).joined(separator: "\n")
    }
}
