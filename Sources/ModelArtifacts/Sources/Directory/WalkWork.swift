/// Something that a walk will need, and that any of its threads may do beforehand.
protocol WalkWork: AnyObject {
    /// How far the work is. Guarded by the monitor of the queue.
    var state: WalkState { get set }
    /// Does the work. What it works on belongs to it until it is done.
    func run(_ work: SmallFileWork)
}
