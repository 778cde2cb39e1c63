/// Hands the events of a layout to several visitors.
final class LayoutFanOut: LayoutVisitor {
    private let visitors: [any LayoutVisitor]

    init(_ visitors: [any LayoutVisitor]) {
        self.visitors = visitors
    }

    func enterDirectory(_ path: Span<UInt8>, name: Int) {
        for visitor in visitors { visitor.enterDirectory(path, name: name) }
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals) {
        for visitor in visitors { visitor.leaveDirectory(path, name: name, totals) }
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile) {
        for visitor in visitors { visitor.visitFile(path, name: name, file) }
    }

    func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile) {
        for visitor in visitors { visitor.replaceFile(path, name: name, file, replaced: replaced) }
    }

    func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int) {
        for visitor in visitors { visitor.endOfDuplicates(path, name: name, times: times) }
    }
}
