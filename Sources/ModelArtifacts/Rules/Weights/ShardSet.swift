/// The files of a folder that number the parts of one thing: those of `model-00001-of-00003.safetensors`.
///
/// They come in the order of their names, so that what is missing shows as gaps; where the numbers are not filled up with zeros,
/// later ones fill some of these.
package struct ShardSet {
    /// How many missing numbers are named.
    private static let namedMissing = 10
    /// The most gaps that are kept; what is missing beyond is only counted.
    private static let mostGaps = 1000

    /// What all the names begin with: `model`, or `variables.data`.
    let stem: ByteString
    /// What they end with, which may be nothing.
    let ending: ByteString
    /// How many there are to be.
    let count: Int
    /// The least width of the numbers in digits, and that of the count.
    private var numberWidth: Int
    private let countWidth: Int
    private(set) var present = 0
    /// The sum of their sizes in bytes; nil if one is not known.
    private(set) var bytes: Int64? = 0
    /// The name of the first one.
    let firstName: ByteString
    private let isFromZero: Bool
    private var next: Int
    private var gaps: [Range<Int>] = []
    private var gapCount = 0

    init(_ name: Span<UInt8>, _ number: NumberedName, size: Int64?) {
        stem = ByteString(name.extracting(0..<number.stemEnd))
        ending = ByteString(name.extracting(number.ending..<name.count))
        count = number.count
        (numberWidth, countWidth) = (number.numberDigits, number.countDigits)
        firstName = ByteString(name)
        // TensorFlow always counts from 0.
        isFromZero = number.number == 0 || ending.isEmpty
        next = isFromZero ? 0 : 1
        add(number, size: size)
    }

    mutating func add(_ name: NumberedName, size: Int64?) {
        let number = name.number
        present += 1
        numberWidth = min(numberWidth, name.numberDigits)
        bytes = size.flatMap { size in bytes.map { $0.addingClamped(size) } }
        if number < next { return fill(number) }
        if number > next {
            if gaps.count + 1 < Self.mostGaps { gaps.append(next..<number) }
            gapCount += number - next
        }
        next = number + 1
    }

    /// Takes a number out of the gap in which it is, if it is in one.
    private mutating func fill(_ number: Int) {
        guard let place = gaps.lastIndex(where: { $0.contains(number) }) else { return }
        let gap = gaps[place]
        let rest = [gap.lowerBound..<number, (number + 1)..<gap.upperBound].filter { !$0.isEmpty }
        gapCount -= 1
        if gaps.count + rest.count <= Self.mostGaps { gaps.replaceSubrange(place...place, with: rest) }
    }

    /// The number behind the last one: most count from 1, some from 0.
    private var end: Int { isFromZero && next <= count ? count : count + 1 }

    /// How many are missing.
    var missing: Int { gapCount + max(0, end - next) }

    var isComplete: Bool { missing == 0 }

    /// The names of the first of those that are missing.
    var missingNames: [ByteString] {
        let numbers = (gaps + [next..<max(next, end)]).lazy.joined().prefix(Self.namedMissing)
        return numbers.map { name(of: $0) }
    }

    /// What a file of them is called.
    private func name(of number: Int) -> ByteString {
        func digits(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        return stem + ByteString("-\(digits(number, numberWidth))-of-\(digits(count, countWidth))") + ending
    }

    /// The name that the whole of them would have in one file.
    var wholeName: ByteString { stem + ending }
}
