/// Takes in the events of a layout and can do without some.
protocol SiblingVisitor: LayoutVisitor {
    /// Ordinary files in the current directory, in place of a visit to each.
    mutating func visitSiblings(_ files: SiblingRun)
}
