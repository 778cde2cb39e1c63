/// What a comparison has to know of a source, beyond its layout.
package struct ComparisonNeeds: Sendable {
    /// Which ETags of the members of an archive are wanted.
    var plans: ContentPlans
    /// Whether the permissions of a directory's files are wanted, as they would be packed.
    var modes: Bool
    /// Takes the layout of a listing in the place of the report, so that it need not be in memory; nil where the report has it.
    var rows: LayoutSpill?
}
