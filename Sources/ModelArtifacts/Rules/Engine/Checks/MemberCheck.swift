/// Looks at members of an archive, in the order of the archive. Ordinary ones are shown only to who waits for one: see
/// ``ArchiveMember/isOrdinary``.
package protocol MemberCheck: Check {
    /// Whether it wants to see ordinary members, too, from now on. Asked after each that is not.
    var isWaiting: Bool { get }
    func check(_ member: ArchiveMember, _ context: CheckContext)
    /// After the last member, with all paths that members have.
    func finish(members: PathTable, _ context: CheckContext)
}

extension MemberCheck {
    package var memberCheck: (any MemberCheck)? { self }
    package var isWaiting: Bool { false }
    package func finish(members: PathTable, _ context: CheckContext) {}
}
