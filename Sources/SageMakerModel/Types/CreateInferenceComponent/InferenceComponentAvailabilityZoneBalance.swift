// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Configuration for balancing inference component copies across Availability Zones.
///
/// Source:
/// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentAvailabilityZoneBalance.html
public struct InferenceComponentAvailabilityZoneBalance: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceComponentAvailabilityZoneBalance
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(enforcementMode: AvailabilityZoneBalanceEnforcementMode, maxImbalance: Int? = nil) {
        members = []
        self.enforcementMode = enforcementMode
        self.maxImbalance = maxImbalance
    }

    /// `EnforcementMode`, required: Determines how strictly the Availability Zone balance constraint is enforced.
    public var enforcementMode: AvailabilityZoneBalanceEnforcementMode {
        get { self[required: "EnforcementMode"] }
        set { self[required: "EnforcementMode"] = newValue }
    }

    /// `MaxImbalance`: The maximum allowed difference in the number of inference component copies between any two
    /// Availability Zones; 0 to 100.
    public var maxImbalance: Int? {
        get { self["MaxImbalance"] }
        set { self["MaxImbalance"] = newValue }
    }
}
