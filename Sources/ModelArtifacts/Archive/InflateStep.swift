/// What one call of an ``Inflater`` has done.
struct InflateStep {
    /// How it ended.
    enum Status {
        /// There may be more; neither consuming nor producing anything means that input is missing.
        case goesOn
        /// The stream is complete.
        case ended
        /// The data is damaged; the text is safe to show.
        case invalid(String)
        /// There was no memory left.
        case outOfMemory
    }

    var status: Status
    /// The number of bytes taken from the input. When the stream ends, a decompressor that has read ahead gives back what
    /// it did not need; that is negative if it has taken it in an earlier call.
    var consumed: Int
    /// The number of bytes written to the output.
    var produced: Int
}
