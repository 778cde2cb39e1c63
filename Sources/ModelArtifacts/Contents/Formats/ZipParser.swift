/// Looks at the end of a zip archive, where its directory is, and at the entries there: whether the archive can be whole, and whether
/// it has what its kind has to have.
///
/// Source: APPNOTE.TXT of PKWARE, sections 4.3.12 to 4.3.16; `mz_zip_reader_read_central_dir` of miniz, which PyTorch reads with; Python's
/// `zipfile`, which Keras reads with.
struct ZipParser: ContentParser {
    /// How far from the end readers look for the end record: its 22 bytes and the longest comment.
    private static let tail: Int64 = 65_557
    /// The longest directory that is looked at.
    private static let longestDirectory: UInt64 = 64 << 20
    private static let endRecord: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

    private enum State {
        case tail
        /// Where the directory is to be, unless something stands in front of the archive.
        case beginning(Directory, end: Int64)
        case directory(left: UInt64, end: Int64)
        case done
    }

    /// Where the directory is, as a record at the end says.
    private struct Directory {
        let count: UInt64
        let size: UInt64
        let offset: UInt64
    }

    private(set) var fault: ContentFault?
    private var state = State.tail
    private(set) var entries: ZipEntries
    /// How far the archive is behind the beginning of the file.
    private var shift: Int64 = 0
    private var directoryStart: Int64 = 0
    private var isWhole = false
    /// Whether Python's `zipfile` reads it: that finds the directory by its length from the end, takes as many entries as there are, and
    /// looks at no sizes before they are read.
    private let isForPython: Bool

    var facts: ContentFacts { isWhole && fault == nil ? entries.facts : .none }

    /// - Parameter format: what the archive is to be.
    init(_ format: ContentFormat) {
        entries = ZipEntries(format)
        isForPython = format == .keras || format == .npz
    }

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        if case .tail = state {
            let start = max(0, window.size - Self.tail)
            window.position = start
            let count = Int(window.size - start)
            guard window.available >= count else { return .need(count) }
            state = .done
            findDirectory(&window, tailStart: start)
        }
        if case .beginning(let directory, let end) = state {
            guard window.available >= 4 else { return .need(4, expected: Int(directory.size)) }
            // What stands in front of an archive moves everything: readers count from the end then.
            if window.number(at: 0, count: 4) == 0x0201_4B50 { shift = 0 }
            window.position += shift
            directoryStart = window.position
            state = .directory(left: directory.count, end: max(end, directoryStart))
        }
        while case .directory(let left, let end) = state {
            guard isForPython ? window.position < end : left > 0 else {
                isWhole = true
                fault = entries.fault
                state = .done
                break
            }
            guard window.position + 46 <= end else { return damaged("its directory ends before its last entry") }
            guard window.available >= 46 else { return .need(46, expected: Int(end - window.position)) }
            guard window.number(at: 0, count: 4) == 0x0201_4B50 else { return damaged("its directory is broken") }
            let name = Int(window.number(at: 28, count: 2))
            let extra = Int(window.number(at: 30, count: 2))
            var count = 46 + name + extra + Int(window.number(at: 32, count: 2))
            if isForPython { count = min(count, Int(end - window.position)) }
            guard window.position + Int64(count) <= end else { return damaged("its directory is broken") }
            guard window.available >= count else { return .need(count, expected: Int(end - window.position)) }
            let rest = window.rest
            take(window, name: rest.dropFirst(46).prefix(min(name, count - 46)), extra: extra)
            guard fault == nil else { return .done }
            window.position += Int64(count)
            state = .directory(left: isForPython ? left : left - 1, end: end)
        }
        return .done
    }

    private mutating func damaged(_ reason: String) -> ContentStep {
        fault = ContentFault(.damaged, "is a zip archive that cannot be read: \(reason)")
        return .done
    }

    /// Looks for the end record in the tail of the file, which is in the window.
    private mutating func findDirectory(_ window: inout ContentWindow, tailStart: Int64) {
        let tail = window.rest
        guard let found = Self.lastRecord(in: tail) else {
            fault = ContentFault(
                .truncated,
                "is a zip archive without its end record, where its directory is ('failed finding central directory'): it is cut off, or more than 65535 bytes follow it"
            )
            return
        }
        let record = found - tail.startIndex
        func number(_ distance: Int, _ count: Int) -> UInt64 { window.number(at: record + distance, count: count) }
        var directory = Directory(count: number(10, 2), size: number(12, 4), offset: number(16, 4))
        var end = tailStart + Int64(record)
        // Readers believe the records of 64 bits where they are. The record lies before its locator of 20 bytes.
        if record >= 20, number(-20, 4) == 0x0706_4B50 {
            let said = Int64(clamping: number(-12, 8)) - tailStart
            let places = [said, Int64(record) - 76].filter { $0 >= 0 && $0 <= Int64(record) - 76 }
            if let place = places.first(where: { window.number(at: Int($0), count: 4) == 0x0606_4B50 }) {
                directory = Directory(
                    count: window.number(at: Int(place) + 32, count: 8),
                    size: window.number(at: Int(place) + 40, count: 8),
                    offset: window.number(at: Int(place) + 48, count: 8))
                end = tailStart + place
            }
        }
        begin(directory, before: end, &window)
    }

    private mutating func begin(_ directory: Directory, before end: Int64, _ window: inout ContentWindow) {
        guard directory.size <= UInt64(end), isForPython || directory.offset <= UInt64(end) - directory.size else {
            _ = damaged("its end record says that the directory is where the file has ended")
            return
        }
        guard isForPython ? directory.size > 0 : directory.count > 0 else {
            isWhole = true
            fault = entries.fault
            return
        }
        guard directory.size <= Self.longestDirectory else { return }
        if isForPython {
            window.position = end - Int64(directory.size)
            directoryStart = window.position
            state = .directory(left: 1, end: end)
            return
        }
        shift = end - Int64(directory.size) - Int64(directory.offset)
        window.position = Int64(directory.offset)
        state = .beginning(directory, end: end)
    }

    /// Takes in an entry of the directory that the window begins with.
    private mutating func take(_ window: ContentWindow, name: ArraySlice<UInt8>, extra: Int) {
        guard !isForPython else { return entries.take(name) }
        var size = window.number(at: 20, count: 4)
        var offset = window.number(at: 42, count: 4)
        var unpacked = window.number(at: 24, count: 4)
        let start = 46 + name.count
        var field = start
        while field + 4 <= start + extra {
            let count = Int(window.number(at: field + 2, count: 2))
            if window.number(at: field, count: 2) == 1 {
                // The sizes that do not fit, in the order of the fields: unpacked, packed, offset.
                var place = field + 4
                if unpacked == 0xFFFF_FFFF {
                    unpacked = window.number(at: place, count: 8)
                    place += 8
                }
                if size == 0xFFFF_FFFF {
                    size = window.number(at: place, count: 8)
                    place += 8
                }
                if offset == 0xFFFF_FFFF { offset = window.number(at: place, count: 8) }
            }
            field += 4 + count
        }
        entries.take(name)
        let (header, overflow) = offset.addingReportingOverflow(UInt64(max(0, shift)))
        let (end, overflows) = header.addingReportingOverflow(size)
        guard !overflow, !overflows,
            Int64(clamping: end).addingClamped(30 + Int64(name.count)) <= directoryStart
        else {
            fault = ContentFault(
                .damaged,
                "is a zip archive whose entry '\(ByteString(Array(name)))' ends behind the beginning of its directory")
            return
        }
        entries.take(
            name,
            at: ZipEntries.Place(
                offset: header, packed: size, unpacked: unpacked, method: window.number(at: 10, count: 2)))
    }

    /// Where the last end record begins in a tail.
    private static func lastRecord(in tail: ArraySlice<UInt8>) -> Int? {
        guard tail.count >= 22 else { return nil }
        var index = tail.endIndex - 22
        while index >= tail.startIndex {
            if tail[index] == endRecord[0], tail[index..<(index + 4)].elementsEqual(endRecord) { return index }
            index -= 1
        }
        return nil
    }
}
