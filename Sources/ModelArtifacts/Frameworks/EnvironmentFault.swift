/// Something for which a container will not serve, or not what is meant, that its environment tells alone, whatever the model is.
package struct EnvironmentFault: Hashable, Sendable {
    /// What it is, without a place in the model.
    package let fault: ContainerFault
    /// The variable that says so, or that is missing.
    package let variable: String

    package init(_ variable: String, _ fault: ContainerFault) {
        self.variable = variable
        self.fault = fault
    }
}

extension Container {
    /// What its environment alone tells, where nobody has looked into the model.
    ///
    /// - Parameter hasModelData: whether SageMaker puts anything into the model directory.
    package func environmentFaults(hasModelData: Bool) -> [EnvironmentFault] {
        guard isDecided, let serving = framework?.servingContainer else { return [] }
        return serving.judge(environmentOf: self, hasModelData: hasModelData)
    }
}
