/// A name that numbers one of several files: `model-00002-of-00003.safetensors`, `variables.data-00000-of-00001`.
///
/// Most have numbers of five digits. Others fill up only the first, as `model-00001-of-000163.safetensors`, or none.
package struct NumberedName {
    /// The endings that files have which are numbered like that; nothing for those of TensorFlow.
    package static let endings = [".safetensors", ".bin", ".gguf", ".h5", ".msgpack"]
    /// The endings before which a variant may stand, as `fp16` in `model-00001-of-00002.fp16.safetensors`.
    ///
    /// Source: `_get_checkpoint_shard_files` and the patterns of variants in `diffusers/pipelines/pipeline_loading_utils.py`.
    package static let variantEndings = [".safetensors", ".bin"]
    /// The ending of files whose numbers may have fewer than ``usualDigits`` digits: others of such names are seldom one thing.
    package static let shortEnding = ".safetensors"
    /// The fewest and the most digits of numbers.
    package static let usualDigits = 3...6
    /// The most bytes of a variant.
    package static let longestVariant = 16
    /// How a name ends that may be one.
    static let lastBytes = "snf5k0123456789"

    /// Where in the name the hyphen stands before its number.
    package let stemEnd: Int
    package let number: Int
    /// How many digits the number is written with.
    let numberDigits: Int
    /// How many there are in all.
    package let count: Int
    /// How many digits the count is written with.
    let countDigits: Int
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
        countDigits = ending - countStart
        numberDigits = countStart - 4 - numberStart
        stemEnd = numberStart - 1
        // Only the data of TensorFlow has no ending.
        if ending == name.count, !name.extracting(0..<stemEnd).ends(with: ".data") { return nil }
        if min(countDigits, numberDigits) < Self.usualDigits.lowerBound, !name.ends(with: Self.shortEnding) {
            return nil
        }
    }

    private static func ending(of name: Span<UInt8>) -> Int? {
        guard name.count > 10 else { return nil }
        if isDigit(name[name.count - 1]), let ending = number(before: name.count, in: name), ending.1 > 4,
            name[ending.1 - 1] == UInt8(ascii: "-")
        {
            return name.count
        }
        // Most names of these endings have no count in front of them; the texts are compared only where there may be one.
        for ending in endings {
            let start = name.count - ending.utf8.count
            if start > 7, hasCount(name, before: start), name.ends(with: ending) { return start }
        }
        for ending in variantEndings where name.ends(with: ending) {
            let end = name.count - ending.utf8.count
            guard let start = startOfVariant(before: end, in: name), start > 7, hasCount(name, before: start) else {
                return nil
            }
            return start
        }
        return nil
    }

    /// Where the dot stands that is before a variant; nil if none can be one.
    private static func startOfVariant(before end: Int, in name: Span<UInt8>) -> Int? {
        var start = end - 1
        while start > 0, end - start <= longestVariant, isOfVariant(name[start]) { start -= 1 }
        return start > 0 && start < end - 1 && name[start] == UInt8(ascii: ".") ? start : nil
    }

    private static func isOfVariant(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
    }

    /// Whether digits end before an index, with a hyphen before them.
    private static func hasCount(_ name: Span<UInt8>, before end: Int) -> Bool {
        guard isDigit(name[end - 1]), let (_, start) = number(before: end, in: name) else { return false }
        return name[start - 1] == UInt8(ascii: "-")
    }

    /// The number of at most six digits that ends before an index, and where it begins.
    private static func number(before end: Int, in name: Span<UInt8>) -> (Int, Int)? {
        var (value, scale, start) = (0, 1, end)
        while start > 1, end - start <= usualDigits.upperBound, isDigit(name[start - 1]) {
            start -= 1
            value += scale * Int(name[start] - UInt8(ascii: "0"))
            scale *= 10
        }
        return (1...usualDigits.upperBound).contains(end - start) ? (value, start) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
