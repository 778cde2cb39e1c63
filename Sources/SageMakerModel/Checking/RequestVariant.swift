import ModelArtifacts

/// A request as some conditions of its document would have it, an element of a loop, or a key of a mapping.
package struct RequestVariant: Sendable {
    package let value: RequestValue
    /// What the conditions decide then.
    let assumptions: CloudFormationConditions.Assumptions
    /// The condition under which the document makes it at all; nil for none.
    let condition: ByteString?
    /// What the document says of the endpoints that the model is deployed on.
    let endpoints: ModelDeployment
    /// What stands for names in it; nil for the request as it is whatever stands for them.
    let circumstance: Circumstance?

    init(
        _ value: RequestValue, under assumptions: CloudFormationConditions.Assumptions = [:],
        if condition: ByteString? = nil, endpoints: ModelDeployment = ModelDeployment(),
        where circumstance: Circumstance? = nil
    ) {
        self.value = value
        self.assumptions = assumptions
        self.condition = condition
        self.endpoints = endpoints
        self.circumstance = circumstance
    }

    /// What the document itself says that this variant of the model is for; nil if it says nothing of that.
    var deployment: Deployment? {
        // Where an endpoint is made of the model, the model is made.
        var assumptions = assumptions
        if let condition { assumptions[condition] = nil }
        let isServerless = endpoints.serverless.contains { endpoint in
            var others = endpoint
            if let condition, others.removeValue(forKey: condition) == false { return false }
            return CloudFormationConditions.meet(assumptions, others)
        }
        if isServerless { return .serverless }
        if case .boolean(true)? = value["CertifyForMarketplace"]?.node.content { return .marketplace }
        return nil
    }
}
