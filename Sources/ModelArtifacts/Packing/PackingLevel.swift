/// How much work goes into making an archive small.
public enum PackingLevel: Hashable, Sendable {
    /// What is there soonest on the instance: a piece is compressed where that takes at least a third off, else stored.
    ///
    /// SageMaker unpacks on one core. Weights shrink by 7 to 22 percent and take fifteen times as long to unpack then. Of many
    /// small files it is the headers that shrink, so that these are compressed.
    case auto
    /// Each piece stored or coded byte by byte (Huffman codes alone), whichever is smaller. On weights that is as small as
    /// the higher levels get, at many times their speed.
    case fast
    /// Nothing is compressed.
    case store
    /// libdeflate at a level from 1 to 9; pieces that do not get smaller are stored.
    case library(Int)
}

extension PackingLevel: CustomStringConvertible {
    /// Reads a level as ``description`` writes it; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "auto": self = .auto
        case "fast": self = .fast
        case "store": self = .store
        default:
            guard text.utf8.count == 1, let level = Int(text), (1...9).contains(level) else { return nil }
            self = .library(level)
        }
    }

    /// The word or number of the level: `auto`, `fast`, `store`, `1` to `9`.
    public var description: String {
        switch self {
        case .auto: "auto"
        case .fast: "fast"
        case .store: "store"
        case .library(let level): "\(level)"
        }
    }
}
