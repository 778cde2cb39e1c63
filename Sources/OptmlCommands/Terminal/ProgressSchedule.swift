/// When progress is shown: not of a run that is over soon, and then ten times a second at most.
struct ProgressSchedule: Sendable {
    typealias Clock = @Sendable () -> ContinuousClock.Instant

    /// How long a run shows nothing, since people do not wait for what takes less.
    static let ordinaryDelay = Duration.milliseconds(500)
    /// How long what is shown stands at least.
    static let interval = Duration.milliseconds(100)
    /// The variable of the environment that names another delay, in milliseconds.
    static let delayVariable = "OPTML_PROGRESS_DELAY"

    /// That of the process, which begins when it is first asked for.
    static let ofProcess = ProgressSchedule(
        delay: delay(Style.environment(delayVariable)), now: { ContinuousClock.now })

    /// The present.
    let now: Clock
    /// From when on something is shown.
    let first: ContinuousClock.Instant

    init(delay: Duration = ProgressSchedule.ordinaryDelay, now: @escaping Clock) {
        self.now = now
        first = now() + delay
    }

    /// Whether something may be shown.
    ///
    /// - Parameter last: when something was shown before.
    func isDue(at instant: ContinuousClock.Instant, since last: ContinuousClock.Instant?) -> Bool {
        guard instant >= first else { return false }
        return last.map { instant - $0 >= Self.interval } ?? true
    }

    /// The delay that the environment names; the ordinary one if it names none.
    static func delay(_ text: String?) -> Duration {
        guard let milliseconds = text.flatMap({ Int32($0) }), milliseconds >= 0 else { return ordinaryDelay }
        return .milliseconds(milliseconds)
    }
}
