/// The beginning of a field of a Protocol Buffers message.
///
/// Source: https://protobuf.dev/programming-guides/encoding/
struct ProtobufField {
    enum Outcome {
        case field(ProtobufField)
        /// So many bytes are needed to tell.
        case incomplete(Int)
        /// The file ends before it is told.
        case cut
        /// No message has such a field.
        case malformed
    }

    /// The longest beginning: a tag and a length of ten bytes each.
    private static let longest = 20

    let number: UInt64
    /// The value of a number; nil for other fields.
    let value: UInt64?
    /// How many bytes its beginning takes; of a number that is all.
    let headerCount: Int
    /// How many bytes follow that.
    let count: UInt64

    /// Reads the field that begins at the position of a window.
    ///
    /// - Parameter end: where in the file the message ends.
    static func read(_ window: ContentWindow, upTo end: Int64) -> Outcome {
        let seen = Int(min(Int64(longest), end - window.position, window.remaining))
        guard window.available >= seen else { return .incomplete(seen) }
        guard let (tag, tagCount) = varint(window, at: 0, seen) else { return incomplete(window, from: 0, seen) }
        guard tag >> 3 > 0, tag >> 3 < 1 << 29 else { return .malformed }
        switch tag & 7 {
        case 0:
            guard let (value, count) = varint(window, at: tagCount, seen) else {
                return incomplete(window, from: tagCount, seen)
            }
            return .field(ProtobufField(number: tag >> 3, value: value, headerCount: tagCount + count, count: 0))
        case 1: return .field(ProtobufField(number: tag >> 3, value: nil, headerCount: tagCount, count: 8))
        case 2:
            guard let (length, count) = varint(window, at: tagCount, seen) else {
                return incomplete(window, from: tagCount, seen)
            }
            return .field(ProtobufField(number: tag >> 3, value: nil, headerCount: tagCount + count, count: length))
        case 5: return .field(ProtobufField(number: tag >> 3, value: nil, headerCount: tagCount, count: 4))
        default: return .malformed
        }
    }

    /// Says of a number that does not end whether the file does.
    private static func incomplete(_ window: ContentWindow, from start: Int, _ end: Int) -> Outcome {
        end - start < 10 && Int64(end) == window.remaining ? .cut : .malformed
    }

    private static func varint(_ window: ContentWindow, at start: Int, _ end: Int) -> (UInt64, Int)? {
        var value: UInt64 = 0
        for index in start..<min(start + 10, max(start, end)) {
            let byte = window[index]
            value |= UInt64(byte & 0x7F) << UInt64(7 * (index - start))
            if byte < 0x80 { return (value, index - start + 1) }
        }
        return nil
    }
}
