/// Looks at the superblock of an HDF5 file, which tells where the file ends.
///
/// Source: HDF5 File Format Specification, version 3.0, II.A; `H5F__super_read` in `src/H5Fsuper.c`, which compares the size of the file
/// with the address of its end.
struct HDF5Parser: ContentParser {
    /// How often readers look for the signature: at 0, 512, and then at twice the place before.
    private static let mostPlaces = 8

    private(set) var fault: ContentFault?
    private var places = 0

    mutating func parse(_ window: inout ContentWindow) -> ContentStep {
        while true {
            guard window.remaining >= 8 else { return notFound() }
            guard window.available >= 8 else { return .need(8) }
            if window.number(at: 0, count: 8) == 0x0A1A_0A0D_4644_4889 { break }
            places += 1
            guard places < Self.mostPlaces else { return notFound() }
            window.position = window.position == 0 ? 512 : 2 * window.position
        }
        let count = Int(min(window.remaining, 96))
        guard window.available >= count else { return .need(count) }
        judge(window)
        return .done
    }

    private mutating func notFound() -> ContentStep {
        fault = ContentFault(
            .damaged, "is named as an HDF5 file and has no signature of one ('file signature not found')")
        return .done
    }

    private mutating func judge(_ window: ContentWindow) {
        guard window.remaining > 8 else {
            fault = ContentFault(
                .damaged, "holds nothing but the signature of an HDF5 file ('bad byte number in an address')")
            return
        }
        let version = window[8]
        // Where the sizes of addresses are, and how many bytes stand before the addresses.
        let (sizePlace, addresses) = version < 2 ? (13, version == 0 ? 24 : 28) : (9, 12)
        guard version <= 3 else { return }
        let width = window.available > sizePlace ? Int(window[sizePlace]) : 8
        guard [2, 4, 8].contains(width) else { return }
        let place = addresses + 2 * width
        let start = UInt64(window.position)
        guard window.available >= place + width else {
            fault = .truncated(window.size, "its superblock ('truncated file')", needs: start + UInt64(place + width))
            return
        }
        let end = window.number(at: place, count: width)
        // An end that nobody has written yet.
        let undefined = width == 8 ? UInt64.max : UInt64(1) << UInt64(8 * width) - 1
        guard end != undefined, end > UInt64(window.size) else { return }
        fault = .truncated(window.size, "its superblock ('truncated file: stored_eof = \(end)')", needs: end)
    }
}
