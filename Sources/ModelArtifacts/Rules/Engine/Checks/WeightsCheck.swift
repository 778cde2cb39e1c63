/// Looks at the files of a model together when all of the layout and of the contents has been seen.
package protocol WeightsCheck: Check {
    func check(_ files: WeightFiles, _ context: CheckContext)
}

extension WeightsCheck {
    package var weightsCheck: (any WeightsCheck)? { self }
}
