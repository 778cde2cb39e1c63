/// Understands one format, as far as it takes to say whether a file of that format can be whole.
///
/// Bytes are pushed: ``ContentReading`` shows a window of them, the parser moves its position on, which may be far beyond what is
/// there, and says how much it needs to go on. It never asks for bytes beyond the end of the file; that they would be needed is a
/// fault of the file. Memory and time are bounded whatever the bytes are.
protocol ContentParser {
    /// Takes what it can from the window. Called until it is done, or until what it asks for cannot be had.
    mutating func parse(_ window: inout ContentWindow) -> ContentStep
    /// What is wrong with the file; of several faults the first.
    var fault: ContentFault? { get }
    /// What others may want to know of the file.
    var facts: ContentFacts { get }
}

extension ContentParser {
    var facts: ContentFacts { .none }
}
