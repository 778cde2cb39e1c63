/// Those bits of one or two bytes of a window in which some windows differ, as a number that is ordered as these bytes are.
struct WindowDigit {
    /// The bits that a digit has at most: with more, counting its values would not stay in a first-level cache.
    static let mostBits = 12

    private let shift: UInt64
    private let mask: UInt64
    /// The byte before, or nothing.
    private var highShift: UInt64 = 0
    private var highMask: UInt64 = 0
    private var highPlace: UInt64 = 0

    private init(shift: UInt64, mask: UInt64) {
        self.shift = shift
        self.mask = mask
    }

    /// How many values there can be.
    var valueCount: Int {
        1 << (mask.bitWidth - mask.leadingZeroBitCount + highMask.bitWidth - highMask.leadingZeroBitCount)
    }

    /// The digit of a window.
    @inline(__always)
    func value(in window: UInt64) -> Int {
        Int((window &>> shift) & mask | ((window &>> highShift) & highMask) &<< highPlace)
    }

    /// The digits to distribute windows by, the least one first.
    ///
    /// - Parameters:
    ///   - difference: the bits in which windows differ.
    ///   - bits: the bits that two bytes may have together.
    static func digits(of difference: UInt64, bits: Int) -> [WindowDigit] {
        var digits: [WindowDigit] = []
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            let different = (difference >> shift) & 0xFF
            if different == 0 { continue }
            // Bits below the first one that differs may differ too.
            let width = UInt64(8 - UInt8(different).leadingZeroBitCount)
            let mask: UInt64 = (1 << width) - 1
            if let last = digits.last, last.highMask == 0 {
                let place = UInt64(last.mask.nonzeroBitCount)
                if Int(place + width) <= bits {
                    digits[digits.count - 1].highShift = shift
                    digits[digits.count - 1].highMask = mask
                    digits[digits.count - 1].highPlace = place
                    continue
                }
            }
            digits.append(WindowDigit(shift: shift, mask: mask))
        }
        return digits
    }
}
