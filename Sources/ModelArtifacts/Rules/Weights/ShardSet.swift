/// The files of a folder that number the parts of one thing: those of `model-00001-of-00003.safetensors`.
///
/// They come in their order, so that what is missing shows as gaps.
package struct ShardSet {
    /// How many missing numbers are kept.
    private static let keptMissing = 10

    /// What all the names begin with: `model`, or `variables.data`.
    let stem: ByteString
    /// What they end with, which may be nothing.
    let ending: ByteString
    /// How many there are to be.
    let count: Int
    /// The width of the numbers in digits.
    private let width: Int
    private(set) var present = 0
    /// The sum of their sizes in bytes; nil if one is not known.
    private(set) var bytes: Int64? = 0
    /// The name of the first one.
    let firstName: ByteString
    private let isFromZero: Bool
    private var next: Int
    private var gaps: [Int] = []
    private var gapCount = 0

    init(_ name: Span<UInt8>, _ number: NumberedName, size: Int64?) {
        stem = ByteString(name.extracting(0..<number.stemEnd))
        ending = ByteString(name.extracting(number.ending..<name.count))
        count = number.count
        width = (number.ending - number.stemEnd - "-of-".utf8.count - 1) / 2
        firstName = ByteString(name)
        // TensorFlow always counts from 0.
        isFromZero = number.number == 0 || ending.isEmpty
        next = isFromZero ? 0 : 1
        add(number.number, size: size)
    }

    mutating func add(_ number: Int, size: Int64?) {
        present += 1
        bytes = size.flatMap { size in bytes.map { $0.addingClamped(size) } }
        for missing in next..<max(next, number) where gaps.count < Self.keptMissing { gaps.append(missing) }
        gapCount += max(0, number - next)
        next = max(next, number + 1)
    }

    /// The number behind the last one: most count from 1, some from 0.
    private var end: Int { isFromZero && next <= count ? count : count + 1 }

    /// How many are missing.
    var missing: Int { gapCount + max(0, end - next) }

    var isComplete: Bool { missing == 0 }

    /// The names of the first of those that are missing.
    var missingNames: [ByteString] {
        let behind = next..<max(next, min(end, next + Self.keptMissing))
        return (gaps + behind).prefix(Self.keptMissing).map { name(of: $0) }
    }

    /// What a file of them is called.
    private func name(of number: Int) -> ByteString {
        func digits(_ number: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        return stem + ByteString("-\(digits(number))-of-\(digits(count))") + ending
    }

    /// The name that the whole of them would have in one file.
    var wholeName: ByteString { stem + ending }
}
