/// Reads the header of an array of NumPy, which tells how long the file has to be.
///
/// Source: `numpy/lib/format.py`, "Format Version 1.0".
struct NPYParser: ContentParser {
    private(set) var fault: ContentFault?

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        // Other contents are read by other means: `numpy.load` does not go by the name, and `numpy.memmap` takes any bytes.
        guard Self.isMagic(window) else {
            judgeOther(window)
            return .done
        }
        guard window.size >= 12 else { return truncated(window, needs: 12) }
        let isLong = window[6] >= 2
        let start = isLong ? 12 : 10
        let length = Int(window.number(at: 8, count: isLong ? 4 : 2))
        guard window.size >= Int64(start + length) else { return truncated(window, needs: UInt64(start + length)) }
        // numpy itself takes no longer header from strangers (`max_header_size`).
        guard length <= 10_000 else { return .done }
        guard window.available >= start + length else { return .need(start + length) }
        let rest = window.rest
        let header = String(
            decoding: rest[(rest.startIndex + start)..<(rest.startIndex + start + length)], as: UTF8.self)
        guard let item = Self.itemSize(header), let count = Self.elements(header) else { return .done }
        let (data, overflow) = item.multipliedReportingOverflow(by: count)
        let (needed, overflows) = data.addingReportingOverflow(UInt64(start + length))
        guard !overflow, !overflows, needed > UInt64(window.size) else { return .done }
        return truncated(window, needs: needed)
    }

    private mutating func judgeOther(_ window: ContentWindow) {
        let start = window.rest.prefix(4096)
        if start.allSatisfy({ $0 == 0 }), window.size >= 4096 {
            fault = .onlyZeros("This file contains pickled (object) data")
        } else if (1...5).contains(where: { window.matches("NUMPY", at: $0) }) {
            fault = ContentFault(
                .damaged,
                "begins as an array of NumPy that was written again as text ('This file contains pickled (object) data')"
            )
        }
    }

    private static func isMagic(_ window: ContentWindow) -> Bool {
        window.available >= 6 && window[0] == 0x93 && window.matches("NUMPY", at: 1)
    }

    private mutating func truncated(_ window: ContentWindow, needs needed: UInt64) -> ContentStep {
        fault = .truncated(window.size, "its header ('Failed to read all data for array')", needs: needed)
        return .done
    }

    /// The bytes of an element; nil for types that are not plain numbers and texts.
    private static func itemSize(_ header: String) -> UInt64? {
        guard let text = value(of: "descr", in: header), text.first == "'",
            let end = text.dropFirst().firstIndex(of: "'")
        else {
            return nil
        }
        let type = text[text.index(after: text.startIndex)..<end].drop { "<>|=".contains($0) }
        // Behind the size of a date stands its unit: `M8[s]`.
        guard let kind = type.first, let size = UInt64(type.dropFirst().prefix { $0 != "[" }) else { return nil }
        switch kind {
        case "b", "i", "u", "f", "c", "S", "V", "m", "M": return size
        case "U": return size.multipliedReportingOverflow(by: 4).overflow ? nil : 4 * size
        default: return nil
        }
    }

    /// The product of the shape.
    private static func elements(_ header: String) -> UInt64? {
        guard let text = value(of: "shape", in: header), text.first == "(", let end = text.firstIndex(of: ")") else {
            return nil
        }
        var product: UInt64 = 1
        for part in text[text.index(after: text.startIndex)..<end].split(separator: ",") {
            let number = part.drop { $0 == " " }
            if number.isEmpty { continue }
            guard let count = UInt64(number) else { return nil }
            let (next, overflow) = product.multipliedReportingOverflow(by: count)
            guard !overflow else { return nil }
            product = next
        }
        return product
    }

    /// What stands behind a key of the dictionary.
    private static func value(of key: String, in header: String) -> Substring? {
        guard let place = header.firstRange(of: "'\(key)':")?.upperBound else { return nil }
        return header[place...].drop { $0 == " " }
    }
}
