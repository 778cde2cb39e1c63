/// Takes in the events of a layout: every path once, in byte order, directories around what they hold.
///
/// Paths are relative to the model directory, without a slash at either end of their own making, and valid only during the
/// call. `name` is where the last component begins.
package protocol LayoutVisitor {
    /// A path comes that is not the one before, with which it has some bytes in common. Its directories and what stands there
    /// follow.
    mutating func visitNames(of path: Span<UInt8>, sharing shared: Int)
    /// A directory begins. `classes` tells what bytes its name holds.
    ///
    /// - Returns: whether to tell of its end.
    mutating func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool
    /// A directory ends whose end is to be told, or whose path a file has too.
    mutating func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals)
    /// Something that is not a directory. `classes` tells what bytes its name holds.
    mutating func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses)
    /// The same path as the one just visited, once more. What comes last is what stays; of what it replaces, kind and size
    /// are told.
    mutating func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile)
    /// The path just visited occurred more than once.
    mutating func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int)
}

extension LayoutVisitor {
    package mutating func visitNames(of path: Span<UInt8>, sharing shared: Int) {}
    package mutating func enterDirectory(_ path: Span<UInt8>, name: Int, _ classes: ByteClasses) -> Bool { false }
    package mutating func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals) {}
    package mutating func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ classes: ByteClasses
    ) {}
    package mutating func replaceFile(_ path: Span<UInt8>, name: Int, _ file: LayoutFile, replaced: LayoutFile) {}
    package mutating func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int) {}
}
