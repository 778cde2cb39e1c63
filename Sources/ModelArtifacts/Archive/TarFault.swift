/// Damage of a tar archive.
package struct TarFault: Error, Hashable, Sendable {
    /// What is wrong; safe to show.
    package var message: String
    /// Where it was noticed, in bytes from the start of the uncompressed archive.
    package var offset: Int64
    /// The last member whose header could be read; nil if there is none.
    package var afterMember: ByteString?

    /// Describes damage. `message` must be safe to show; see ``DisplayText``.
    package init(message: String, offset: Int64, afterMember: ByteString? = nil) {
        self.message = message
        self.offset = offset
        self.afterMember = afterMember
    }
}

extension TarFault: CustomStringConvertible {
    /// What is wrong and where; safe to show.
    package var description: String {
        let place = afterMember.map { ", after member '\($0)'" } ?? ""
        return "\(message) at byte \(offset) of the uncompressed archive\(place)"
    }
}
