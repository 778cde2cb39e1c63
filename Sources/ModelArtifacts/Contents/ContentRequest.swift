/// What a reading of a file's contents wants next.
package enum ContentRequest: Hashable, Sendable {
    /// The bytes from an offset on, `count` of them, all of which lie in the file. What lies before the offset is of no interest.
    case read(at: Int64, count: Int)
    /// Nothing more.
    case done
}
