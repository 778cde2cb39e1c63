/// A name that numbers one of several files: `model-00002-of-00003.safetensors`, `variables.data-00000-of-00001`.
package struct NumberedName {
    /// The endings that files have which are numbered like that; nothing for those of TensorFlow.
    package static let endings = [".safetensors", ".bin", ".gguf", ".h5", ".msgpack"]
    /// How a name ends that may be one.
    static let lastBytes = "snf5k0123456789"
    /// The most files that are counted.
    private static let mostFiles = 99_999

    /// Where in the name the hyphen stands before its number.
    package let stemEnd: Int
    package let number: Int
    /// How many there are in all.
    package let count: Int
    /// Where the ending begins, which may be empty.
    package let ending: Int

    /// - Parameter name: the last component of a path.
    package init?(_ name: Span<UInt8>) {
        guard let ending = Self.ending(of: name) else { return nil }
        guard let (count, countStart) = Self.number(before: ending, in: name), countStart >= 4,
            name.extracting(0..<countStart).ends(with: "-of-"),
            let (number, numberStart) = Self.number(before: countStart - 4, in: name), numberStart > 1,
            name[numberStart - 1] == UInt8(ascii: "-"), count > 0, number <= count
        else { return nil }
        self.ending = ending
        self.count = count
        self.number = number
        stemEnd = numberStart - 1
        // Only the data of TensorFlow has no ending.
        if ending == name.count, !name.extracting(0..<stemEnd).ends(with: ".data") { return nil }
    }

    private static func ending(of name: Span<UInt8>) -> Int? {
        guard name.count > 12 else { return nil }
        if isDigit(name[name.count - 1]), let ending = number(before: name.count, in: name), ending.1 > 4,
            name[ending.1 - 1] == UInt8(ascii: "-")
        {
            return name.count
        }
        // Most names of these endings have no count in front of them; the texts are compared only where there may be one.
        for ending in endings {
            let start = name.count - ending.utf8.count
            if start > 9, isDigit(name[start - 1]), hasHyphen(name, before: start), name.ends(with: ending) {
                return start
            }
        }
        return nil
    }

    /// Whether a hyphen stands where one has to before a count of three to five digits.
    private static func hasHyphen(_ name: Span<UInt8>, before end: Int) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return name[end - 6] == hyphen || name[end - 5] == hyphen || name[end - 4] == hyphen
    }

    /// The number of three to five digits that ends before an index, and where it begins.
    private static func number(before end: Int, in name: Span<UInt8>) -> (Int, Int)? {
        var (value, scale, start) = (0, 1, end)
        while start > 0, end - start < 6, isDigit(name[start - 1]) {
            start -= 1
            value += scale * Int(name[start] - UInt8(ascii: "0"))
            scale *= 10
        }
        return end - start >= 3 && end - start <= 5 && value <= mostFiles ? (value, start) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
