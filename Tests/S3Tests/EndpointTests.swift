import ModelArtifacts
import Testing

@testable import S3

@Suite struct EndpointTests {
    @Test(
        arguments: [
            ("my-bucket--use1-az4--x-s3", "a directory bucket"), ("ap-name--usw2-az1--xa-s3", "a directory bucket"),
            ("arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap", "a multi-region access point"),
            ("arn:aws:s3::123456789012:accesspoint:mfzwi23gnjvgw.mrap", "a multi-region access point"),
            ("arn:aws:s3-outposts:us-west-2:123456789012:outpost", "an ARN of s3-outposts"),
            ("arn:aws:s3-object-lambda:us-west-2:123456789012:accesspoint", "an ARN of s3-object-lambda"),
        ] as [(ByteString, String)]) func whatOnlyTheCommandKnows(_ bucket: ByteString, _ name: String) throws
    {
        #expect(try BucketKind(bucket) == .unsupported(name))
    }

    @Test(
        arguments: [
            "arn:", "arn:aws:s3:us-west-2:123456789012:accesspoint", "arn:aws:iam::123456789012:role",
            "arn:aws:s3:evil.example/:123456789012:accesspoint:a", "arn:aws:s3:us-west-2:1.2:accesspoint:a",
            "arn:aws:s3:us-west-2:123456789012:accesspoint:a.b", "arn:aws:s3:us-west-2:123456789012:accesspoint:a:b",
        ] as [ByteString]) func isNoAccessPoint(_ bucket: ByteString)
    {
        #expect(throws: ArtifactError.self) { try BucketKind(bucket) }
    }

    @Test(
        arguments: [
            "", "minio", "ftp://host", "http://", "http://user:password@host", "http://host:", "http://host:123456",
            "http://ho st", "http://host/?a=b", "http://host#a", "http://[::1", "http://[x]", "http://host\r\nX: 1",
            "http://höst",
            "http:///path", "//host",
        ]) func isNoAddress(_ text: String)
    {
        let error = #expect(throws: ArtifactError.self) { try ServiceAddress(text, from: "--endpoint-url") }
        #expect(error?.message.hasPrefix("--endpoint-url: ") ?? false)
    }

    @Test(
        arguments: [
            ("http://Host:80/", "http://host"), ("https://host:443", "https://host"),
            ("https://host:9000//", "https://host:9000"),
            ("http://[::1]:9000/base", "http://[::1]:9000/base"), ("HTTP://127.0.0.1", "http://127.0.0.1"),
        ]) func isAddress(_ text: String, _ wanted: String) throws
    {
        #expect(try ServiceAddress(text, from: "x").text == wanted)
    }

    /// From the most special to the most general.
    @Test func whatSaysTheEndpoint() throws {
        var access = BucketAccess()
        access.endpointURL = "http://option"
        var variables = ["AWS_ENDPOINT_URL_S3": "http://variable", "AWS_ENDPOINT_URL": "http://all"]
        var services = ["s3.endpoint_url": "http://services"]
        let profile = ["endpoint_url": "http://profile", "region": "eu-west-1", "use_fips_endpoint": "true"]
        func address() throws -> String? {
            try AccessSettings(access, ProcessEnvironment(variables), profile: profile, services: services).endpoint
                .address?.host
        }
        #expect(try address() == "option")
        access.endpointURL = nil
        #expect(try address() == "variable")
        variables["AWS_ENDPOINT_URL_S3"] = nil
        #expect(try address() == "all")
        variables["AWS_ENDPOINT_URL"] = ""
        #expect(try address() == "services")
        services = [:]
        #expect(try address() == "profile")
        variables["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true"
        #expect(try address() == nil)
        let settings = try AccessSettings(access, ProcessEnvironment(variables), profile: profile, services: [:])
        #expect(settings.region == "eu-west-1" && settings.endpoint.usesFIPS && !settings.isRegionAssumed)
        #expect(settings.stsEndpoint == "https://sts-fips.eu-west-1.amazonaws.com")
        #expect(
            try settings.endpoint.bucketAddress(of: "my-bucket", .bucket, region: settings.region).url(key: "a b")
                == "https://my-bucket.s3-fips.eu-west-1.amazonaws.com/a%20b")
    }

    @Test(arguments: ["", ".", "..", "a/b"] as [ByteString]) func isNoBucket(_ bucket: ByteString) {
        #expect(throws: ArtifactError.self) {
            try EndpointSettings().bucketAddress(of: bucket, .bucket, region: "us-east-1")
        }
    }
}
