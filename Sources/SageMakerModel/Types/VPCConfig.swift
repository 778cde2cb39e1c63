public import ModelArtifacts

/// The network that the containers are connected to: the API's `VpcConfig`.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html
public struct VPCConfig: RequestStructure {
    /// `SecurityGroupIds`, required: 1 to 5 ids of at most 32 characters, `[-0-9a-zA-Z]+`.
    public var securityGroupIDs: [String]
    /// `Subnets`, required: 1 to 16 ids of the same form.
    public var subnets: [String]
    public var unknownMembers: [JSONValue.Member] = []

    /// Describes it; what is nil is left out of the request.
    public init(securityGroupIDs: [String], subnets: [String]) {
        self.securityGroupIDs = securityGroupIDs
        self.subnets = subnets
    }

    public init(reading members: inout StructureReader) throws(ArtifactError) {
        securityGroupIDs = try members.required("SecurityGroupIds")
        subnets = try members.required("Subnets")
    }

    public func write(to members: inout StructureWriter) {
        members.write("SecurityGroupIds", securityGroupIDs)
        members.write("Subnets", subnets)
    }
}
