package import ModelArtifacts

/// How to reach S3, from options, the environment and the profile, in this order.
package struct AccessSettings: Sendable {
    /// What is assumed where nothing says the region; a bucket elsewhere says where it is.
    package static let defaultRegion = "us-east-1"

    package var region: String
    /// Whether the region is only assumed.
    package var isRegionAssumed: Bool
    package var endpoint = EndpointSettings()
    package var retry: RetryPolicy
    package var authorities: CertificateAuthorities?
    package var requestPayer: String?
    package var expectedBucketOwner: String?
    package var userAgent = "optml"
    /// Whether the configuration wants the endpoints of S3 Transfer Acceleration.
    package var usesAcceleration = false
    /// Where STS is.
    package var stsEndpoint: String

    /// - Parameters:
    ///   - access: the options.
    ///   - profile: what the profile says, as far as it is there.
    ///   - services: what a section of services says that the profile names.
    /// - Throws: ``ArtifactError`` with code `usage` for values that are none.
    package init(
        _ access: BucketAccess, _ environment: ProcessEnvironment, profile: SharedConfiguration.Section,
        services: SharedConfiguration.Section
    ) throws(ArtifactError) {
        let given = try access.region.map { value throws(ArtifactError) in try Self.text(value, "--region") }
        let region = given ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? profile["region"]
        isRegionAssumed = region == nil
        self.region = region ?? Self.defaultRegion
        guard Partition.isRegion(self.region) else {
            throw ArtifactError(
                .usage, "'\(DisplayText.escaped(self.region))' is not the name of a region; see --region")
        }
        retry = RetryPolicy(environment, profile)
        if let path = environment["AWS_CA_BUNDLE"] ?? profile["ca_bundle"] {
            authorities = try CertificateAuthorities(path)
        }
        requestPayer = try access.requestPayer.map { value throws(ArtifactError) in
            try Self.text(value, "--request-payer")
        }
        expectedBucketOwner = try access.expectedBucketOwner.map { value throws(ArtifactError) in
            try Self.text(value, "--expected-bucket-owner")
        }
        endpoint.addressingStyle =
            profile["s3.addressing_style"].flatMap { EndpointSettings.AddressingStyle(rawValue: $0.lowercased()) }
            ?? .auto
        let ignoresConfigured =
            environment.isTrue("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
            ?? (profile["ignore_configured_endpoint_urls"]?.lowercased() == "true")
        /// The address of a service: of its own, or of all.
        func configured(_ name: String) -> (String, String)? {
            if ignoresConfigured { return nil }
            let variable = "AWS_ENDPOINT_URL_\(name.uppercased())"
            if let value = environment[variable] { return (value, variable) }
            if let value = environment["AWS_ENDPOINT_URL"] { return (value, "AWS_ENDPOINT_URL") }
            if let value = services["\(name).endpoint_url"] { return (value, "endpoint_url of \(name)") }
            return profile["endpoint_url"].map { ($0, "endpoint_url of the profile") }
        }
        if let value = access.endpointURL {
            endpoint.address = try ServiceAddress(Self.text(value, "--endpoint-url"), from: "--endpoint-url")
        } else if let (value, origin) = configured("s3") {
            endpoint.address = try ServiceAddress(value, from: origin)
        }
        func isOn(_ variable: String, _ key: String) -> Bool {
            environment.isTrue(variable) ?? (profile[key]?.lowercased() == "true")
        }
        if endpoint.address == nil {
            endpoint.usesFIPS = isOn("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")
            endpoint.usesDualStack =
                isOn("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")
                || profile["s3.use_dualstack_endpoint"]?.lowercased() == "true"
            usesAcceleration = profile["s3.use_accelerate_endpoint"]?.lowercased() == "true"
        }
        if let (value, origin) = configured("sts") {
            stsEndpoint = try ServiceAddress(value, from: origin).text
        } else if isRegionAssumed || self.region == "aws-global" {
            stsEndpoint = "https://sts.amazonaws.com"
        } else {
            let variant = isOn("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint") ? "-fips" : ""
            stsEndpoint = "https://sts\(variant).\(self.region).\(Partition(region: self.region).domain)"
        }
    }

    /// An option as text that a header or the name of a host can hold.
    private static func text(_ value: ByteString, _ option: String) throws(ArtifactError) -> String {
        guard let text = value.string, !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw ArtifactError(.usage, "\(option): '\(value)' is not a possible value")
        }
        return text
    }
}
