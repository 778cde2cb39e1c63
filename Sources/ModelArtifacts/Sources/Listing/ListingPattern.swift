/// Compares the beginning of a line with a pattern in which `0` stands for any digit.
enum ListingPattern {
    static func matches(_ line: ArraySlice<UInt8>, _ pattern: StaticString) -> Bool {
        guard line.count >= pattern.utf8CodeUnitCount else { return false }
        for index in 0..<pattern.utf8CodeUnitCount {
            let byte = line[line.startIndex + index]
            let expected = unsafe pattern.utf8Start[index]
            guard byte == expected || (expected == UInt8(ascii: "0") && byte &- UInt8(ascii: "0") < 10) else {
                return false
            }
        }
        return true
    }
}
