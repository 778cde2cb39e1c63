extension CheckContext {
    /// The names of an archive member: as packed, and where it would be unpacked unless that is outside.
    func location(of member: ArchiveMember) -> Location {
        let path = MemberPath(member.name)
        guard !path.escapes else { return Location(member: member.name) }
        return Location(path: path.isRoot ? subject.mount : subject.mount + "/" + path.path, member: member.name)
    }
}
