/// Looks at what a directory holds besides plain files.
package protocol DirectoryCheck: Check {
    func check(_ entry: DirectoryEntry, _ context: CheckContext)
    func finish(directory context: CheckContext)
}

extension DirectoryCheck {
    package var directoryCheck: (any DirectoryCheck)? { self }
    package func finish(directory context: CheckContext) {}
}
