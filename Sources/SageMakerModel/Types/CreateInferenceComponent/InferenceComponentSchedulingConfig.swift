// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// The scheduling configuration that determines how inference component copies are placed across available instances
/// when copies are added or removed.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentSchedulingConfig.html
public struct InferenceComponentSchedulingConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceComponentSchedulingConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(
        placementStrategy: InferenceComponentPlacementStrategy,
        availabilityZoneBalance: InferenceComponentAvailabilityZoneBalance? = nil
    ) {
        members = []
        self.placementStrategy = placementStrategy
        self.availabilityZoneBalance = availabilityZoneBalance
    }

    /// `PlacementStrategy`, required: The strategy for placing inference component copies across available instances.
    public var placementStrategy: InferenceComponentPlacementStrategy {
        get { self[required: "PlacementStrategy"] }
        set { self[required: "PlacementStrategy"] = newValue }
    }

    /// `AvailabilityZoneBalance`: Configuration for balancing inference component copies across Availability Zones.
    public var availabilityZoneBalance: InferenceComponentAvailabilityZoneBalance? {
        get { self["AvailabilityZoneBalance"] }
        set { self["AvailabilityZoneBalance"] = newValue }
    }
}
