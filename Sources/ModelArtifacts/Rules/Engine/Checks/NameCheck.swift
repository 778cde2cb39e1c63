/// Looks at names in a layout, that is the last component of each file and directory.
package protocol NameCheck: Check {
    /// Which names of files the check wants to see; see ``NameInterest`` for what that costs.
    static var interest: NameInterest { get }
    /// Which names of directories it wants to see; those that it wants of files, if nothing else is said.
    static var directories: NameInterest { get }
    func check(name: Int, of path: Span<UInt8>, isDirectory: Bool, _ traits: NameTraits, _ context: CheckContext)
}

extension NameCheck {
    package var nameCheck: (any NameCheck)? { self }
    package static var directories: NameInterest { interest }
}
