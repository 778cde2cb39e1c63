import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import S3

/// Where credentials come from, in the order of botocore.
@Suite struct CredentialPlanTests {
    private static let files = (
        config: """
        [default]
        region = eu-west-1
        aws_access_key_id = CONFIG
        aws_secret_access_key = s

        # a comment
        [profile assumed]
        role_arn = arn:aws:iam::123456789012:role/a
        source_profile = default
        aws_access_key_id = IGNORED
        aws_secret_access_key = s
        [profile web]
        role_arn = arn:aws:iam::123456789012:role/w
        web_identity_token_file = /token
        [ profile  'sign on' ]
        sso_session = x
        [profile process]
        credential_process = /bin/program
        aws_access_key_id = IGNORED
        aws_secret_access_key = s
        [profile login]
        login_session = x
        [profile nested]
        s3 =
            addressing_style = virtual
            max_concurrent_requests = 5
        cli_pager =
        [profile half]
        aws_access_key_id = A
        [services x]
        s3 =
          endpoint_url = http://x
        """,
        credentials: """
        [process]
        aws_access_key_id = FILE
        aws_secret_access_key = s = t
        [default]
        aws_access_key_id = DEFAULT
        aws_secret_access_key = s
        """
    )

    private static func plan(
        _ profile: String?, _ variables: [String: String] = [:], option: Bool = false
    ) throws -> CredentialPlan {
        let folder = try TemporaryDirectory()
        var variables = variables
        variables["AWS_CONFIG_FILE"] = try folder.write("config", files.config)
        variables["AWS_SHARED_CREDENTIALS_FILE"] = try folder.write("credentials", files.credentials)
        var access = BucketAccess()
        if option {
            access.profile = profile.map { ByteString($0) }
        } else if let profile {
            variables["AWS_PROFILE"] = profile
        }
        let environment = ProcessEnvironment(variables)
        let found = try Profile(access, environment, SharedConfiguration(environment))
        let settings = try AccessSettings(access, environment, profile: found.values, services: found.services)
        return try CredentialPlanner(
            access: access, environment: environment, profile: found, settings: settings,
            transport: FakeTransport { _, _ in HTTPResponse(status: 404) }
        ).plan()
    }

    private static func key(_ plan: CredentialPlan) async throws -> String? {
        guard case .source(let source) = plan else { return nil }
        return try await source.credentials().accessKeyID
    }

    private static let keys = ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s"]

    @Test func keysOfTheEnvironmentAndOfFiles() async throws {
        #expect(try await Self.key(Self.plan(nil, Self.keys)) == "ENV")
        #expect(try await Self.key(Self.plan("process", Self.keys)) == "ENV")
        // An option goes before the environment.
        #expect(try await Self.key(Self.plan("process", Self.keys, option: true)) == "FILE")
        #expect(try await Self.key(Self.plan(nil)) == "DEFAULT")
        #expect(try await Self.key(Self.plan("default")) == "DEFAULT")
        #expect(throws: ArtifactError.self) { try Self.plan("half") }
        #expect(throws: ArtifactError.self) { try Self.plan(nil, ["AWS_ACCESS_KEY_ID": "ENV"]) }
        #expect(throws: ArtifactError.self) { try Self.plan("absent", Self.keys) }
    }

    @Test(arguments: ["assumed", "sign on", "login"]) func byTheCommand(_ profile: String) throws {
        guard case .exported(let source) = try Self.plan(profile) else {
            Issue.record("\(profile) is not handed over by the AWS CLI")
            return
        }
        #expect(source.identity.contains("the profile '\(profile)'"))
    }

    @Test func webIdentities() throws {
        let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/env"]
        for (plan, role) in [(try Self.plan("web"), "role/w"), (try Self.plan("web", variables), "role/env")] {
            guard case .source(let source) = plan else {
                Issue.record("no source")
                continue
            }
            #expect(source is WebIdentityCredentials && source.identity.contains(role))
        }
        // Who takes on a role from another profile is not who the variables of a pod say.
        guard case .exported = try Self.plan("assumed", variables) else {
            Issue.record("not the role of the profile")
            return
        }
    }

    @Test func machines() throws {
        guard case .source(let container) = try Self.plan("nested", ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"])
        else {
            Issue.record("no container")
            return
        }
        #expect(container is ContainerCredentials)
        guard case .instance(.some) = try Self.plan("nested") else {
            Issue.record("no instance")
            return
        }
        guard case .instance(nil) = try Self.plan("nested", ["AWS_EC2_METADATA_DISABLED": "TRUE"]) else {
            Issue.record("an instance")
            return
        }
    }

    @Test func nobody() async throws {
        let environment = ProcessEnvironment([
            "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "OPTML_S3": "native",
        ])
        let finder = S3AccessFinder(BucketAccess(), environment, userAgent: "t")
        let error = try await #require(throws: ArtifactError.self) { _ = try await finder.find() }
        #expect(error.message.split(separator: "there are no credentials").count == 1, "\(error.message)")
    }

    @Test func files() throws {
        let sections = try SharedConfiguration.sections(in: Array(Self.files.config.utf8), path: "config")
        #expect(sections["profile nested"]?["s3.addressing_style"] == "virtual")
        #expect(sections["profile sign on"]?["sso_session"] == "x")
        #expect(sections["services x"]?["s3.endpoint_url"] == "http://x")
        // With the mark and the ends of lines of Windows.
        let marked = [0xEF, 0xBB, 0xBF] + Array(Self.files.config.replacing("\n", with: "\r\n").utf8)
        #expect(try SharedConfiguration.sections(in: marked, path: "config") == sections)
        for text in ["a = b", "[x", "[x]\nnonsense"] {
            #expect(throws: ArtifactError.self) {
                try SharedConfiguration.sections(in: Array(text.utf8), path: "config")
            }
        }
    }

    /// Nothing else in the sources makes a request of another method.
    @Test func nothingIsWritten() throws {
        let root = Checkout.root.appending(path: "Sources/S3")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        #expect(paths.count > 20)
        for path in paths where path != "Transport/HTTPRequest.swift" {
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            for word in ["\"POST\"", "\"PUT\"", "\"DELETE\"", "\"PATCH\""] { #expect(!text.contains(word), "\(path)") }
        }
    }
}
