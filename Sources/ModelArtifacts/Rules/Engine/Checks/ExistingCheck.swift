/// Looks at objects that S3 holds already, and that an upload leaves or replaces.
package protocol ExistingCheck: Check {
    func check(_ object: ExistingObject, _ context: CheckContext)
}

extension ExistingCheck {
    package var existingCheck: (any ExistingCheck)? { self }
}
