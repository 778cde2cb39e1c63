/// Looks at an archive as a whole after it was read, or as far as it could be.
package protocol ArchiveCheck: Check {
    func check(_ outcome: ArchiveOutcome, _ context: CheckContext)
}

extension ArchiveCheck {
    package var archiveCheck: (any ArchiveCheck)? { self }
}
