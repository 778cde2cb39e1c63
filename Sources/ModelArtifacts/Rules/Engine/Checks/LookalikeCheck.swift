/// Looks at names in one directory that may be taken for one another.
package protocol LookalikeCheck: Check {
    /// Why they may.
    static var likeness: Likeness { get }
    /// - Parameter earlier: the first name in the directory that the one at the end of `path` may be taken for.
    func check(name: Int, of path: Span<UInt8>, like earlier: ByteString, _ context: CheckContext)
}

extension LookalikeCheck {
    package var lookalikeCheck: (any LookalikeCheck)? { self }
}
