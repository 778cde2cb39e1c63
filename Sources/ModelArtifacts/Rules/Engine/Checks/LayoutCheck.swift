/// Follows the events of a layout.
package protocol LayoutCheck: Check {
    /// Which files the check wants to see; see ``NameInterest`` for what that costs.
    static var interest: NameInterest { get }
    /// Which directories it wants to be told of: all, if nothing is said, so that none is missed. But then a million directories
    /// cost as much as a million findings, and so every check of the catalogue says something (a test sees to it).
    static var directories: NameInterest { get }
    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext)
    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext)
    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext)
    /// A directory ends that has the path of a file, whatever its name.
    func endOfClash(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext)
    func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int, _ context: CheckContext)
    /// After the last event.
    func finish(layout context: CheckContext)
}

extension LayoutCheck {
    package var layoutCheck: (any LayoutCheck)? { self }
    package static var interest: NameInterest { .none }
    package static var directories: NameInterest { .every }
    package func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {}
    package func leaveDirectory(
        _ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext
    ) {}
    package func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {}
    package func endOfClash(
        _ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext
    ) {}
    package func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int, _ context: CheckContext) {}
    package func finish(layout context: CheckContext) {}
}
