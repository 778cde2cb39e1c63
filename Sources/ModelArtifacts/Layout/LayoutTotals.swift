/// Counts what a layout holds.
package struct LayoutTotals: LayoutVisitor {
    package private(set) var files = 0
    package private(set) var directories = 0
    /// The sum of the known sizes.
    package private(set) var bytes: Int64 = 0
    /// The number of files whose size is not known.
    package private(set) var unknownSizes = 0

    package init() {}

    package mutating func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool {
        directories += 1
        return false
    }

    package mutating func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses
    ) {
        guard file.kind != .folderMarker else { return }
        files += 1
        add(file, sign: 1)
    }

    mutating func add(_ run: OrdinaryRun) {
        files += run.count
        directories += run.directories
        unknownSizes += run.unknownSizes
        add(run.bytes, sign: 1)
    }

    mutating func add(_ count: OrdinaryCount) {
        files += count.files
        directories += count.directories
        unknownSizes += count.files
    }

    package mutating func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile) {
        add(replaced, sign: -1)
        add(file, sign: 1)
    }

    private mutating func add(_ file: borrowing LayoutFile, sign: Int64) {
        guard let size = file.size else {
            // A link has no size of its own.
            if file.kind == .file { unknownSizes += Int(sign) }
            return
        }
        add(size, sign: sign)
    }

    /// Sizes come from strangers; their sum may be more than a number holds.
    private mutating func add(_ size: Int64, sign: Int64) {
        let (sum, overflow) = bytes.addingReportingOverflow(sign * size)
        bytes = overflow ? .max : sum
    }
}
