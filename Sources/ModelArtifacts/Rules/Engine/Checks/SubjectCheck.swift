/// Looks at the source as a whole before anything of it is read: kind, URI, combination.
package protocol SubjectCheck: Check {
    func check(_ subject: Subject, _ context: CheckContext)
}

extension SubjectCheck {
    package var subjectCheck: (any SubjectCheck)? { self }
}
