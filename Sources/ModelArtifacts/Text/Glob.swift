/// A pattern as the AWS CLI's `--exclude` and `--include` take it: Python's `fnmatch`, in which `*` crosses slashes.
///
/// `*` matches anything, `?` one character, `[abc]` and `[a-z]` one of a set, `[!abc]` one outside it.
/// Source: https://docs.aws.amazon.com/cli/latest/reference/s3/#use-of-exclude-and-include-filters
public struct Glob: Hashable, Sendable {
    private enum Element: Hashable, Sendable {
        case anything
        case anyCharacter
        case character(UInt32)
        case set([ClosedRange<UInt32>], negated: Bool)
    }

    /// The pattern as written.
    public let pattern: ByteString
    private let elements: [Element]

    /// Reads a pattern. Every pattern means something: an opening bracket that is never closed stands for itself.
    public init(_ pattern: ByteString) {
        self.pattern = pattern
        elements = Self.parse(Self.characters(of: pattern))
    }

    /// Whether the whole of `path` matches.
    public func matches(_ path: ByteString) -> Bool {
        let characters = Self.characters(of: path)
        var (element, position) = (0, 0)
        var retry: (element: Int, position: Int)?
        while position < characters.count {
            if element < elements.count, case .anything = elements[element] {
                retry = (element, position)
                element += 1
            } else if element < elements.count, Self.matches(elements[element], characters[position]) {
                element += 1
                position += 1
            } else if let last = retry {
                retry = (last.element, last.position + 1)
                (element, position) = (last.element + 1, last.position + 1)
            } else {
                return false
            }
        }
        return elements[element...].allSatisfy { $0 == .anything }
    }

    private static func matches(_ element: Element, _ character: UInt32) -> Bool {
        switch element {
        case .anything, .anyCharacter: true
        case .character(let expected): expected == character
        case .set(let ranges, let negated): ranges.contains { $0.contains(character) } != negated
        }
    }

    /// Scalars, and beyond the last of them the bytes that are not UTF-8.
    private static func characters(of name: ByteString) -> [UInt32] {
        var characters: [UInt32] = []
        var decoder = UTF8DecoderPosition(name.bytes.startIndex)
        while let piece = decoder.next(in: name.bytes) {
            switch piece {
            case .scalar(let scalar): characters.append(scalar.value)
            case .invalid(let byte): characters.append(0x11_0000 + UInt32(byte))
            }
        }
        return characters
    }

    private static func parse(_ characters: [UInt32]) -> [Element] {
        let (star, question, open) = (UInt32(UInt8(ascii: "*")), UInt32(UInt8(ascii: "?")), UInt32(UInt8(ascii: "[")))
        var elements: [Element] = []
        var index = 0
        while index < characters.count {
            switch characters[index] {
            case star:
                if elements.last != .anything { elements.append(.anything) }
            case question: elements.append(.anyCharacter)
            case open:
                if let (set, end) = parseSet(characters, from: index + 1) {
                    elements.append(set)
                    index = end
                } else {
                    elements.append(.character(open))
                }
            default: elements.append(.character(characters[index]))
            }
            index += 1
        }
        return elements
    }

    /// Reads a set whose opening bracket stands in front of `start`; returns it with the index of its closing bracket.
    private static func parseSet(_ characters: [UInt32], from start: Int) -> (Element, Int)? {
        let (close, dash) = (UInt32(UInt8(ascii: "]")), UInt32(UInt8(ascii: "-")))
        let negated = start < characters.count && characters[start] == UInt32(UInt8(ascii: "!"))
        let first = negated ? start + 1 : start
        guard first < characters.count, let end = characters[(first + 1)...].firstIndex(of: close) else { return nil }
        var ranges: [ClosedRange<UInt32>] = []
        var index = first
        while index < end {
            if index + 2 < end, characters[index + 1] == dash {
                // A range from high to low holds nothing.
                if characters[index] <= characters[index + 2] {
                    ranges.append(characters[index]...characters[index + 2])
                }
                index += 3
            } else {
                ranges.append(characters[index]...characters[index])
                index += 1
            }
        }
        return (.set(ranges, negated: negated), end)
    }
}
