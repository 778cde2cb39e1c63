// Written by Sources/write-service-model from botocore 1.43.11; changes here are lost.

/// Settings that take effect while the model container starts up.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentStartupParameters.html
public struct InferenceComponentStartupParameters: RequestStructure, RequestMember {
    /// What the service model says of it.
    public static let structure = ServiceModel.inferenceComponentStartupParameters
    /// The members as they are written, unknown ones too.
    public var members: [JSONValue.Member]

    /// Takes members as they are.
    public init(members: [JSONValue.Member]) { self.members = members }

    /// Describes it; what is nil is left out of the request.
    public init(modelDataDownloadTimeoutInSeconds: Int? = nil, containerStartupHealthCheckTimeoutInSeconds: Int? = nil)
    {
        members = []
        self.modelDataDownloadTimeoutInSeconds = modelDataDownloadTimeoutInSeconds
        self.containerStartupHealthCheckTimeoutInSeconds = containerStartupHealthCheckTimeoutInSeconds
    }

    /// `ModelDataDownloadTimeoutInSeconds`: The timeout value, in seconds, to download and extract the model that you
    /// want to host from Amazon S3 to the individual inference instance associated with this inference component; 60
    /// to 3600.
    public var modelDataDownloadTimeoutInSeconds: Int? {
        get { self["ModelDataDownloadTimeoutInSeconds"] }
        set { self["ModelDataDownloadTimeoutInSeconds"] = newValue }
    }

    /// `ContainerStartupHealthCheckTimeoutInSeconds`: The timeout value, in seconds, for your inference container to
    /// pass health check by Amazon S3 Hosting; 60 to 3600.
    public var containerStartupHealthCheckTimeoutInSeconds: Int? {
        get { self["ContainerStartupHealthCheckTimeoutInSeconds"] }
        set { self["ContainerStartupHealthCheckTimeoutInSeconds"] = newValue }
    }
}
