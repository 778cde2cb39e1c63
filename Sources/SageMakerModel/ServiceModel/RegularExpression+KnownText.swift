import ModelArtifacts

extension RegularExpression {
    /// The most pieces of a text, and the most bytes that are known of it, that are looked at: what is longer, no member of a
    /// request takes, and its length is reported.
    private static let mostPieces = 256
    private static let mostBytes = 2 << 10
    /// The most steps of an expression that is followed so: behind what is not known, reading goes on at each of them at once.
    private static let mostOpenSteps = 400

    /// Whether a text may match when all of it is known: whether anything at all in the place of its unknown pieces makes it match.
    func mayMatch(_ text: KnownText) -> Bool {
        if let whole = text.text { return matches(whole) }
        let known = text.known.reduce(0) { $0 + $1.count }
        guard text.pieces.count <= Self.mostPieces, known <= Self.mostBytes, steps <= Self.mostOpenSteps else {
            return true
        }
        var reading = Reading(self)
        for piece in text.pieces {
            if let piece {
                for scalar in String(decoding: piece.bytes, as: UTF8.self).unicodeScalars { reading.take(scalar) }
            } else {
                reading.takeAnything()
            }
        }
        return reading.isAtEnd
    }
}
