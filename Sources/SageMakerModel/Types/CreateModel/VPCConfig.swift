// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// A VpcConfig object that specifies the VPC that you want your model to connect to.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html
public struct VPCConfig: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.vpcConfig
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(securityGroupIDs: [String], subnets: [String]) {
        members = []
        self.securityGroupIDs = securityGroupIDs
        self.subnets = subnets
    }

    /// `SecurityGroupIds`, required: The VPC security group IDs, in the form `sg-xxxxxxxx`; 1 to 5 elements, each at
    /// most 32 characters, `[-0-9a-zA-Z]+`.
    public var securityGroupIDs: [String] {
        get { self[required: "SecurityGroupIds"] }
        set { self[required: "SecurityGroupIds"] = newValue }
    }

    /// `Subnets`, required: The ID of the subnets in the VPC to which you want to connect your training job or model;
    /// 1 to 16 elements, each at most 32 characters, `[-0-9a-zA-Z]+`.
    public var subnets: [String] {
        get { self[required: "Subnets"] }
        set { self[required: "Subnets"] = newValue }
    }
}
