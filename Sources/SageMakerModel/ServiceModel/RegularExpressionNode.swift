/// A part of a pattern.
indirect enum RegularExpressionNode: Sendable {
    /// One character.
    case take(CharacterClass)
    /// No character: the one before is not of a class.
    case notBehind(CharacterClass)
    /// One part behind another.
    case sequence([RegularExpressionNode])
    /// One of several parts.
    case choice([RegularExpressionNode])
    /// A part over and over: at least so often, and at most; nil for any number.
    case repeated(RegularExpressionNode, Int, Int?)
}
