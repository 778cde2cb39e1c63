/// A number of bytes, as people write it on a command line and read it in a report.
///
/// A size is written as a whole number, alone or followed by a unit: `B`; `KiB`, `MiB`, `GiB`, `TiB` for powers of 1,024;
/// `KB`, `MB`, `GB`, `TB` for powers of 1,000. Units may be in lower case and one space may stand before them, so
/// `16MiB`, `16 mib` and `16777216` are the same. Units mean the same in every option: where the AWS CLI's own
/// configuration says `8MB` for what is 8 MiB, write `8MiB` here.
public struct ByteSize: Hashable, Comparable, Sendable {
    /// 1,024 bytes.
    package static let kibibyte: Int64 = 1 << 10
    /// 1,048,576 bytes.
    package static let mebibyte: Int64 = 1 << 20
    /// 1,073,741,824 bytes.
    package static let gibibyte: Int64 = 1 << 30
    /// 1,099,511,627,776 bytes.
    package static let tebibyte: Int64 = 1 << 40

    /// The number of bytes.
    public var bytes: Int64

    /// Wraps a number of bytes.
    public init(bytes: Int64) {
        self.bytes = bytes
    }

    /// Reads a size that someone wrote.
    ///
    /// - Throws: ``ArtifactError`` with code `usage` for anything else than a whole number and a known unit, fractions and
    ///   signs among it, and for more than 2^63 - 1 bytes.
    public init(parsing text: String) throws(ArtifactError) {
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        var unit = text.utf8[digits.endIndex...]
        if !digits.isEmpty, unit.first == UInt8(ascii: " "), unit.count > 1 { unit = unit.dropFirst() }
        guard !digits.isEmpty, let factor = Self.factor(of: unit) else {
            throw ArtifactError(
                .usage,
                """
                not a size: '\(DisplayText.escaped(text))'; write a whole number and B, KiB, MiB, GiB, TiB, KB, MB, GB or \
                TB, as in 16MiB
                """)
        }
        guard let number = Int64(Substring(digits)) else { throw Self.tooLarge(text) }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
        guard !overflow else { throw Self.tooLarge(text) }
        self.bytes = bytes
    }

    /// Whether a size was written without a unit and is so small that one must have been meant.
    ///
    /// `8` is rather 8 MiB than 8 bytes: no size that the program asks for is below a mebibyte.
    public static func lacksUnit(_ text: String) -> Bool {
        let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isNumber && Int64(text).map { $0 < mebibyte } ?? false
    }

    /// The order of the numbers of bytes.
    public static func < (left: ByteSize, right: ByteSize) -> Bool { left.bytes < right.bytes }

    private static func factor(of unit: Substring.UTF8View) -> Int64? {
        // Some letters beyond ASCII have an ASCII lower case.
        guard unit.allSatisfy({ $0 < 0x80 }) else { return nil }
        return switch Substring(unit).lowercased() {
        case "", "b": 1
        case "kib": kibibyte
        case "mib": mebibyte
        case "gib": gibibyte
        case "tib": tebibyte
        case "kb": 1_000
        case "mb": 1_000_000
        case "gb": 1_000_000_000
        case "tb": 1_000_000_000_000
        default: nil
        }
    }

    private static func tooLarge(_ text: String) -> ArtifactError {
        ArtifactError(.usage, "too large a size: '\(DisplayText.escaped(text))'; the most is \(Int64.max) bytes")
    }
}

extension ByteSize: CustomStringConvertible {
    /// The size for a report, in the largest binary unit that leaves at least 1, to one decimal: `512 B`, `16 MiB`,
    /// `1.5 GiB`.
    ///
    /// The decimal is rounded to the nearest, halves up, and left out where it is zero. The text is the same in every locale.
    public var description: String {
        let magnitude = bytes.magnitude
        let sign = bytes < 0 ? "-" : ""
        guard magnitude >= 1024 else { return "\(sign)\(magnitude) B" }
        var exponent = min((63 - magnitude.leadingZeroBitCount) / 10, Self.largestUnit)
        var tenths = Self.tenths(of: magnitude, exponent: exponent)
        // 1,048,575 bytes round to 1,024.0 KiB, which is 1 MiB.
        if tenths >= 10_240, exponent < Self.largestUnit {
            exponent += 1
            tenths = Self.tenths(of: magnitude, exponent: exponent)
        }
        let decimal = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
        return "\(sign)\(tenths / 10)\(decimal) \(Self.unit(exponent))"
    }

    private static let largestUnit = 6

    /// The unit of 1,024 to a power from 1 to ``largestUnit``.
    private static func unit(_ exponent: Int) -> String {
        switch exponent {
        case 1: "KiB"
        case 2: "MiB"
        case 3: "GiB"
        case 4: "TiB"
        case 5: "PiB"
        default: "EiB"
        }
    }

    /// The size for a sentence in which every byte may count: `512 bytes`, `1.5 GiB (1610612737 bytes)`.
    package var exact: String {
        let exact = bytes == 1 ? "1 byte" : "\(bytes) bytes"
        return bytes.magnitude < 1024 ? exact : "\(self) (\(exact))"
    }

    /// `magnitude` in tenths of 1,024 to the power of `exponent`, rounded.
    private static func tenths(of magnitude: UInt64, exponent: Int) -> UInt64 {
        let unit: UInt64 = 1 << UInt64(10 * exponent)
        let whole = magnitude / unit
        let rest = magnitude % unit
        return whole * 10 + (rest * 10 + unit / 2) / unit
    }
}
