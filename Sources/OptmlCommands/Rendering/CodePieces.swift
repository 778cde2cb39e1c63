/// Takes text apart in which code stands between backticks, as summaries and help of rules have it.
enum CodePieces {
    /// The pieces in their order; all of it is text if a backtick has no partner.
    static func pieces(of text: String) -> [(text: String, isCode: Bool)] {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        guard pieces.count % 2 == 1 else { return [(text, false)] }
        return pieces.enumerated().map { (String($1), $0 % 2 == 1) }.filter { !$0.text.isEmpty }
    }
}
