/// What a parser says after a look at the window.
enum ContentStep: Hashable, Sendable {
    /// It goes on once `count` bytes are there from the position of the window on, and will probably want `expected` in all.
    case need(_ count: Int, expected: Int)
    /// It knows all that it wants to know.
    case done

    /// It goes on once `count` bytes are there from the position of the window on.
    static func need(_ count: Int) -> ContentStep { .need(count, expected: count) }
}
