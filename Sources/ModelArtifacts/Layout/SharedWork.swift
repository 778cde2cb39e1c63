/// Parts of some work that several threads take, and of which doing one may bring more.
final class SharedWork<Part> {
    private let monitor = Monitor()
    private var waiting: [Part]
    /// How many parts are being worked on.
    private var active = 0

    init(_ parts: [Part]) { waiting = parts }

    /// Waits for a part; nil when there is nothing left to do.
    func next() -> Part? {
        monitor.whenever({ !waiting.isEmpty || active == 0 }) {
            let part = waiting.popLast()
            if part != nil { active += 1 }
            return part
        }
    }

    /// Says that the part that ``next()`` gave is done, except for `parts`.
    func finish(addingMore parts: [Part]) {
        monitor.change {
            waiting += parts
            active -= 1
        }
    }
}
