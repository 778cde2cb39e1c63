/// Looks at the contents of files that it asks for. Where a source has no contents, as a listing, it is not asked.
package protocol ContentCheck: Check {
    /// What of the contents of a file the check wants to see. Asked on whichever thread has the file.
    ///
    /// - Parameter format: the format that the name of the file says; nil if it says none that is known.
    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds
    /// Called for each file of which the check wants to see something. There may be more than it wants. Whoever wants no more than a
    /// judgement may hear of none that is unremarkable.
    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext)
}

extension ContentCheck {
    package var contentCheck: (any ContentCheck)? { self }
}
