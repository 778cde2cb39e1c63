/// Names of one directory by their text, without regard to case and with it.
struct LookalikeTexts {
    /// Strings are equal where they are canonically equivalent, whatever their bytes.
    private var sameCase: [String: ByteString] = [:]
    private var sameText: [String: ByteString] = [:]

    /// Adds a name.
    ///
    /// - Parameter isKept: whether the name is to be found by names that come later.
    /// - Returns: the first names that are this one but for case, or in other bytes.
    mutating func add(_ name: ByteString, isKept: Bool) -> (sameCase: ByteString?, sameText: ByteString?) {
        guard let text = name.string else { return (nil, nil) }
        let folded = text.lowercased()
        var found: (sameCase: ByteString?, sameText: ByteString?)
        if let earlier = sameCase[folded] {
            if earlier.string != text { found.sameCase = earlier }
        } else if isKept {
            sameCase[folded] = name
        }
        guard name.bytes.contains(where: { $0 >= 0x80 }) else { return found }
        if let earlier = sameText[text] {
            if earlier != name { found.sameText = earlier }
        } else {
            sameText[text] = name
        }
        return found
    }

    mutating func removeAll() {
        guard !sameCase.isEmpty || !sameText.isEmpty else { return }
        (sameCase, sameText) = ([:], [:])
    }
}
