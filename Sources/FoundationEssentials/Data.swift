/// Bytes.
public typealias Data = [UInt8]

extension String {
    /// The encodings of text that there are.
    public enum Encoding: Sendable {
        case utf8
    }

    /// - Returns: nil for bytes that are no text in that encoding.
    public init?(data: Data, encoding: Encoding) {
        self.init(validating: data, as: UTF8.self)
    }
}
