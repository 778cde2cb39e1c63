/// What an inspection does with a baseline.
package enum BaselineUse: Hashable, Sendable {
    /// Nothing: every finding is reported.
    case none
    /// Reports only the findings that the baseline does not hold.
    case compare(Baseline)
    /// Makes a baseline of the findings. They are accepted by that, so none is reported.
    case record
}
