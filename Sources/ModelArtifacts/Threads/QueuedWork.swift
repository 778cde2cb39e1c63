/// A piece of work of a ``WorkQueue``, that any of its threads may do.
protocol QueuedWork<Tools>: AnyObject {
    /// What each thread works with.
    associatedtype Tools

    /// How far the work is. Guarded by the queue.
    var state: WorkState { get set }
    /// Does the work. What it works on belongs to it until it is done.
    func run(_ tools: Tools)
}
