/// Takes in runs of ordinary files in one go.
protocol OrdinaryRunVisitor: LayoutVisitor {
    /// Files with the directories that begin with them, which come behind the path `previous`.
    mutating func visit(_ run: OrdinaryRun, behind previous: Span<UInt8>)
}
