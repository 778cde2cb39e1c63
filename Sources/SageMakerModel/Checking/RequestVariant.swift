/// A request as some conditions of its document would have it.
package struct RequestVariant: Sendable {
    package let value: RequestValue
    /// What the conditions decide then.
    let assumptions: CloudFormationConditions.Assumptions

    init(_ value: RequestValue, under assumptions: CloudFormationConditions.Assumptions = [:]) {
        self.value = value
        self.assumptions = assumptions
    }
}
