/// What was seen of a file that was open before anybody asked for its contents.
package enum SeenContents: Sendable {
    /// It has a format, and nothing is wrong with it.
    case unremarkable
    /// Something may be said of it. Of its first bytes, at most ``mostPrefix`` are kept, and of a file of some format none: the thread
    /// that walks may come to it much later.
    case contents(FileContents)

    /// So many bytes are kept of the start of a file that has no format.
    static let mostPrefix = 64

    init(_ found: FileContents) {
        if found.isUnremarkable {
            self = .unremarkable
        } else {
            let prefix = found.format == nil ? Array(found.prefix.prefix(Self.mostPrefix)) : []
            self = .contents(
                FileContents(format: found.format, prefix: prefix, fault: found.fault, facts: found.facts))
        }
    }

    /// The contents for somebody who wants that much of them; nil if less was kept.
    package func contents(for needs: ContentNeeds, format: ContentFormat?) -> FileContents? {
        switch self {
        case .unremarkable:
            needs.prefix == 0 ? FileContents(format: format, prefix: [], fault: nil, facts: .none) : nil
        case .contents(let contents): needs.prefix <= contents.prefix.count ? contents : nil
        }
    }
}
