/// What was seen of a file that was open before anybody asked for its contents. The thread that walks may come to it much later.
package enum SeenContents: Sendable {
    /// It has a format, nothing is wrong with it, and nobody wants its bytes.
    case unremarkable
    /// Something may be said of it. Of its first bytes, those are kept that somebody wants.
    case contents(FileContents)

    init(_ found: FileContents, _ needs: ContentNeeds) {
        if needs.prefix == 0, found.isUnremarkable {
            self = .unremarkable
        } else {
            self = .contents(
                FileContents(
                    format: found.format, prefix: Array(found.prefix.prefix(needs.prefix)), fault: found.fault,
                    facts: found.facts))
        }
    }

    /// How many bytes of the file are kept.
    var bytes: Int {
        switch self {
        case .unremarkable: 0
        case .contents(let contents): contents.prefix.count
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
