package import ModelArtifacts

/// What CloudFormation puts a parameter or a secret in the place of when a template is deployed.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
package enum DynamicReference {
    /// How each begins; it ends with `}}`.
    package static let beginning: ByteString = "{{resolve:"

    /// Whether a text holds one.
    package static func isIn(_ text: ByteString) -> Bool {
        ByteSearch.first(beginning, in: text.bytes[...]) != nil
    }

    /// A text in which nothing is known of what its references give, those too that hold a piece that is not known:
    /// CloudFormation resolves them last, when `Fn::Sub` and `Fn::Join` have made the text.
    static func takenAsUnknown(in text: KnownText) -> KnownText {
        var result = KnownText([])
        var isInside = false
        for (index, piece) in text.pieces.enumerated() {
            guard let piece else {
                result.append(nil as ByteString?)
                continue
            }
            var rest = piece.bytes[...]
            if isInside {
                guard let end = ByteSearch.first("}}", in: rest) else { continue }
                rest = rest[(end + 2)...]
                isInside = false
            }
            while let start = ByteSearch.first(beginning, in: rest) {
                let tail = rest[(start + beginning.count)...]
                let end = ByteSearch.first("}}", in: tail)
                // One without an end is none, unless its end is yet to come.
                guard end != nil || index < text.pieces.count - 1 else { break }
                result.append(ByteString(Array(rest[..<start])))
                result.append(nil as ByteString?)
                isInside = end == nil
                rest = end.map { tail[($0 + 2)...] } ?? []
            }
            result.append(ByteString(Array(rest)))
        }
        return result
    }
}
