/// Looks at objects that S3 holds or would hold. The path is the key without the prefix.
///
/// Ordinary objects are not shown: those whose key is ASCII, neither empty nor ending with a slash, not too long for S3, and
/// whose size every uploader can take.
package protocol ObjectCheck: Check {
    func check(object path: Span<UInt8>, size: Int64?, _ context: CheckContext)
}

extension ObjectCheck {
    package var objectCheck: (any ObjectCheck)? { self }
}
