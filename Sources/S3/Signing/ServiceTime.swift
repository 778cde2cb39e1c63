#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A time in UTC, to the second, as the services of AWS write it.
package struct ServiceTime: Hashable, Comparable, Sendable {
    /// Seconds since the beginning of 1970.
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    /// What the clock says.
    package static var now: ServiceTime {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return ServiceTime(seconds: Int64(time.tv_sec))
    }

    package static func < (left: ServiceTime, right: ServiceTime) -> Bool { left.seconds < right.seconds }

    /// Takes `2026-01-02T03:04:05Z`, also with a fraction of a second, and with an offset in the place of `Z`; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let pattern = Array("dddd-dd-ddTdd:dd:dd".utf8)
        guard bytes.count >= 20, Self.matches(bytes[..<19], pattern) else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        var offset = 0
        if rest != [UInt8(ascii: "Z")] {
            guard rest.count == 6, let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
                Self.matches(rest.dropFirst(), Array("dd:dd".utf8))
            else { return nil }
            let start = rest.startIndex
            offset = Self.number(rest[start + 1..<start + 3]) * 3600 + Self.number(rest[start + 4..<start + 6]) * 60
            if sign == UInt8(ascii: "-") { offset = -offset }
        }
        let (year, month, day) = (Self.number(bytes[..<4]), Self.number(bytes[5..<7]), Self.number(bytes[8..<10]))
        let (hour, minute, second) = (
            Self.number(bytes[11..<13]), Self.number(bytes[14..<16]), Self.number(bytes[17..<19])
        )
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61 else { return nil }
        // H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        self.init(seconds: Int64(days * 86_400 + hour * 3600 + minute * 60 + second - offset))
    }

    private static func matches(_ bytes: ArraySlice<UInt8>, _ pattern: [UInt8]) -> Bool {
        bytes.count == pattern.count
            && zip(bytes, pattern).allSatisfy { byte, wanted in
                wanted == UInt8(ascii: "d")
                    ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == wanted
            }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// `20260102T030405Z`, the form of signatures.
    package var basic: String {
        let days = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
        let second = Int(seconds - days * 86_400)
        // As above, civil_from_days.
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return Self.padded(year, 4) + Self.padded(month, 2) + Self.padded(day, 2) + "T"
            + Self.padded(second / 3600, 2) + Self.padded(second / 60 % 60, 2) + Self.padded(second % 60, 2) + "Z"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
