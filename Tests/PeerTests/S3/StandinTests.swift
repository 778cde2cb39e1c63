import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import S3

/// The client of our own, asking a server that is late, refuses, breaks off and lies.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed; Tests/run installs it"))
struct StandinTests {
    private static let credentials = #""credentials": {"AK": "SK", "TEMP": ["TEMPSECRET", "TEMPTOKEN"]}"#
    private static let generated =
        #""buckets": {"my-bucket": {"generate": [{"pattern": "p/{1:03}/{2:03}", "count": 2500}]}}"#
    private static let prefix = S3URI(bucket: "my-bucket", key: "p/")

    private static func count(_ service: some BucketService) async throws -> Int {
        try await service.list(prefix, extent: .prefix, progress: nil).count
    }

    @Test(
        arguments: [
            #"{"do": "status", "every": 2}"#, #"{"do": "status", "status": 500, "code": "InternalError", "first": 2}"#,
            #"{"do": "reset", "every": 2}"#, #"{"do": "half", "every": 2}"#, #"{"do": "unending", "first": 1}"#,
            #"{"do": "answer", "first": 1, "body": "<html>busy</html>"}"#, #"{"do": "answer", "first": 1, "body": ""}"#,
        ])
    func whatIsTransientIsTriedAgain(_ fault: String) async throws {
        let standin = try S3Standin("{\(Self.credentials), \(Self.generated), \"faults\": [\(fault)]}")
        #expect(try await Self.count(standin.service()) == 2500)
        let asked = try await standin.log()
        #expect(asked.count > 3)
        #expect(asked.allSatisfy { $0.method == "GET" && $0.signed == true })
    }

    @Test(
        arguments: [
            (#"{"do": "status", "status": 403, "code": "AccessDenied"}"#, "s3:ListBucket"),
            (#"{"do": "rewrite", "replace": [["<IsTruncated>true", "<IsTruncated>false"]]}"#, "how to ask for it"),
            (#"{"do": "rewrite", "replace": [["p/001", "p/000"]], "from": 2}"#, "order"),
            (#"{"do": "rewrite", "replace": [["<Key>p/000/000", "<Key>q/000/000"]]}"#, "order|not begin"),
            (#"{"do": "rewrite", "replace": [["<Prefix>p/", "<Prefix>q/"]]}"#, "it is about"),
            (#"{"do": "rewrite", "replace": [["<Size>7</Size>", ""]]}"#, "without a size"),
            (#"{"do": "rewrite", "replace": [["</ListBucketResult>", ""]]}"#, "ends"),
            (#"{"do": "unending", "from": 2}"#, "ends"), (#"{"do": "half", "from": 3}"#, "no answer"),
            (#"{"do": "reset", "from": 2}"#, "no answer"), (#"{"do": "status", "from": 3}"#, "SlowDown"),
            (
                #"{"do": "answer", "status": 200, "body": "<Error><Code>InternalError</Code></Error>"}"#,
                "is no <ListBucketResult>"
            ),
        ])
    func whatIsNotWholeIsNoListing(_ fault: String, _ words: String) async throws {
        let standin = try S3Standin("{\(Self.credentials), \(Self.generated), \"faults\": [\(fault)]}")
        let error = try await #require(throws: ArtifactError.self) {
            try await Self.count(standin.service(["AWS_MAX_ATTEMPTS": "2"]))
        }
        #expect(words.split(separator: "|").contains { error.message.contains($0) }, "\(error.message)")
        #expect(error.message.hasPrefix("s3://my-bucket/p/: "))
    }

    @Test(arguments: [400, 301, 307]) func bucketsElsewhere(_ status: Int) async throws {
        let standin = try S3Standin(
            #"{"wrongRegion": \#(status), \#(Self.credentials), "buckets": {"my-bucket": {"region": "eu-west-1", "objects": [{"key": "p/a", "text": "abc"}]}}}"#
        )
        let service = standin.service()
        #expect(
            try await service.head(S3URI(bucket: "my-bucket", key: "p/a"), checksums: false, partNumber: nil).size == 3)
        #expect(try await Self.count(service) == 1)
        #expect(try await standin.log().map(\.method) == ["HEAD", "HEAD", "GET"])
    }

    /// Names that get lost where anybody decodes, encodes or normalises once too often.
    private static let oddKeys = [
        "p/a b", "p/a+b", "p/a=b", "p/a%2Fb", "p/a%b", "p/a&b;c", "p/a*b", "p/~a", "p/e\u{301}", "p/é", "p/a//b",
        "p/a/./b",
        "p/a/../b", "p/..", "p/.", "p/?a#b", "p/'a\"b'", "p/(a)[b]{c}", "p/$a,@b:c", "p/日本/🤗", "p/a\tb", "p/\u{7F}",
        "p//",
        "p/a\nb", "p/<a>&amp;", "p/" + String(repeating: "x", count: 1022),
    ]

    @Test func oddKeys() async throws {
        let objects = try JSONSerialization.data(withJSONObject: Self.oddKeys.map { ["key": $0, "text": $0] })
        let standin = try S3Standin(
            #"{\#(Self.credentials), "page": 3, "buckets": {"my-bucket": {"objects": \#(String(decoding: objects, as: UTF8.self))}}}"#
        )
        let service = standin.service()
        let listing = try await service.list(Self.prefix, extent: .prefix, progress: nil)
        var keys: [ByteString] = []
        try listing.keys.forEach { key, _, _ throws(ArtifactError) in keys.append(ByteString(key)) }
        #expect(keys == Self.oddKeys.map { ByteString($0) }.sorted())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for key in Self.oddKeys {
                group.addTask {
                    let uri = S3URI(bucket: "my-bucket", key: ByteString(key))
                    let attributes = try await service.head(uri, checksums: true, partNumber: nil)
                    #expect(attributes.size == key.utf8.count)
                    let bytes = try await service.read(uri, 0..<attributes.size, ifMatch: attributes.etag).bytes
                    #expect(bytes == Array(key.utf8))
                }
            }
            try await group.waitForAll()
        }
        let missing = try await #require(throws: ArtifactError.self) {
            try await service.head(S3URI(bucket: "my-bucket", key: "p/none"), checksums: false, partNumber: nil)
        }
        #expect(missing.code == .notFound)
        // The same by a proxy, which is sent whole URLs.
        let optml = standin.optml([
            "AWS_ENDPOINT_URL": "http://s3.example", "http_proxy": standin.endpoint, "no_proxy": "",
            "OPTML_S3": "native",
        ])
        let result = try optml.run("check", "s3://my-bucket/p/", "--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: result.output)
        #expect(report.summary.objects == Int64(Self.oddKeys.count))
        #expect(try await standin.log().contains { $0.isProxied == true && $0.host == "s3.example" })
    }

    @Test func rangesOfWhatChanges() async throws {
        let standin = try S3Standin(
            #"{\#(Self.credentials), "buckets": {"my-bucket": {"objects": [{"key": "a", "size": 100000, "parts": [60000, 40000], "checksums": {"CRC32C": "auto"}, "checksumType": "COMPOSITE", "encryption": "aws:kms"}]}}}"#
        )
        let (service, uri) = (standin.service(), S3URI(bucket: "my-bucket", key: "a"))
        let attributes = try await BucketAttributes(bucket: "my-bucket", service: service)
            .attributes(ofKey: "a", .attributes(checksums: true, partSize: true))
        #expect(attributes.size == 100_000 && attributes.partSize == 60_000 && attributes.encryption == "aws:kms")
        #expect(attributes.checksumsAreComposite && attributes.checksums[.crc32c]?.hasSuffix("-2") ?? false)
        let whole = try await service.read(uri, 0..<100_000, ifMatch: attributes.etag).bytes
        let pieces: [ArraySlice<UInt8>] = [whole[..<60_000], whole[60_000...]]
        let digests = pieces.map { piece in
            var md5 = MD5()
            piece.withUnsafeBytes { md5.update($0) }
            return md5.finish()
        }
        #expect(ETag(partDigests: digests) == attributes.etag)
        #expect(
            try await service.read(uri, 59_990..<60_010, ifMatch: attributes.etag).bytes
                == Array(whole[59_990..<60_010]))
        let refused: [(Range<Int64>, ETag?)] = [
            (99_990..<100_010, attributes.etag), (100_000..<100_001, nil), (0..<10, ETag("other")),
        ]
        for (range, etag) in refused {
            let error = try await #require(throws: ArtifactError.self) {
                try await service.read(uri, range, ifMatch: etag)
            }
            #expect(error.code == .changedWhileRead)
        }
    }

    /// Where credentials come from; the server knows only these, and checks all signatures.
    @Test func containers() async throws {
        let standin = try S3Standin(
            #"{\#(Self.credentials), \#(Self.generated), "container": {"authorization": "Bearer x", "accessKey": "TEMP", "secret": "TEMPSECRET", "session": "TEMPTOKEN"}}"#
        )
        let token = try standin.folder.write("token", "Bearer x\n")
        var variables = [
            "AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": standin.endpoint + "/credentials/1?a=b",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": token,
        ]
        #expect(try await Self.count(standin.service(variables)) == 2500)
        variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = ""
        variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "wrong"
        let error = try await #require(throws: ArtifactError.self) { try await Self.count(standin.service(variables)) }
        #expect(error.message.contains("status 403"))
        for host in [
            "http://example.com/credentials", "http://127.0.0.1.example.com/", "http://169.254.170.3/",
            "ftp://127.0.0.1/",
        ] {
            variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = host
            await #expect(throws: ArtifactError.self) { try await Self.count(standin.service(variables)) }
        }
        #expect(try await standin.log().allSatisfy { $0.method == "GET" })
    }

    @Test(arguments: [false, true]) func instances(_ isFirstVersion: Bool) async throws {
        let standin = try S3Standin(
            #"{\#(Self.credentials), "buckets": {"my-bucket": {"region": "eu-west-1", "objects": [{"key": "p/a"}]}}, "imds": {"role": "reader", "region": "eu-west-1", "v1": \#(isFirstVersion), "accessKey": "TEMP", "secret": "TEMPSECRET", "session": "TEMPTOKEN"}}"#
        )
        let variables = [
            "AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_REGION": "", "AWS_EC2_METADATA_DISABLED": "",
            "AWS_EC2_METADATA_SERVICE_ENDPOINT": standin.endpoint,
        ]
        #expect(try await Self.count(standin.service(variables)) == 1)
        let asked = try await standin.log()
        #expect(asked.filter { $0.method == "PUT" }.allSatisfy { $0.path == "/latest/api/token" })
        #expect(asked.filter { $0.path?.hasPrefix("/my-bucket") ?? false }.count == 1)
        if isFirstVersion {
            let strict = variables.merging(["AWS_EC2_METADATA_V1_DISABLED": "true"]) { $1 }
            await #expect(throws: ArtifactError.self) { try await Self.count(standin.service(strict)) }
        }
    }

    @Test func webIdentities() async throws {
        let standin = try S3Standin(
            #"{\#(Self.credentials), \#(Self.generated), "sts": {"token": "t.o.k+en", "role": "arn:aws:iam::123456789012:role/reader", "accessKey": "TEMP", "secret": "TEMPSECRET", "session": "TEMPTOKEN"}, "faults": [{"method": "POST", "do": "status", "first": 1}]}"#
        )
        let token = try standin.folder.write("token", "t.o.k+en\n")
        let variables = [
            "AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_WEB_IDENTITY_TOKEN_FILE": token,
            "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/reader",
        ]
        #expect(try await Self.count(standin.service(variables)) == 2500)
        let asked = try await standin.log()
        #expect(asked.filter { $0.method == "POST" }.map(\.path) == ["/", "/"])
        #expect(asked.filter { $0.method != "POST" }.allSatisfy { $0.method == "GET" })
        try standin.folder.write("token", "other")
        let error = try await #require(throws: ArtifactError.self) { try await Self.count(standin.service(variables)) }
        for words in ["InvalidIdentityToken", "role/reader", "trust policy"] { #expect(error.message.contains(words)) }
        #expect(!error.message.contains("other"))
    }

    @Test func profiles() async throws {
        let standin = try S3Standin("{\(Self.credentials), \(Self.generated)}")
        try standin.folder.write(
            ".aws/config",
            """
            [default]
            region = us-east-1
            [profile temporary]
            services = here
            s3 =
              addressing_style = path
            [services here]
            s3 =
              endpoint_url = \(standin.endpoint)
            """)
        try standin.folder.write(
            ".aws/credentials",
            """
            # keys
            [default]
            aws_access_key_id = AK
            aws_secret_access_key = SK
            [temporary]
            aws_access_key_id = TEMP
            aws_secret_access_key=TEMPSECRET
            aws_session_token =  TEMPTOKEN
            """)
        let none = ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]
        #expect(try await Self.count(standin.service(none)) == 2500)
        var access = BucketAccess()
        access.profile = "temporary"
        // An option goes before the environment, which a wrong key would show.
        let wrong = ["AWS_SECRET_ACCESS_KEY": "wrong", "AWS_ENDPOINT_URL": ""]
        #expect(try await Self.count(standin.service(wrong, access: access)) == 2500)
        #expect(try await Self.count(standin.service(none.merging(["AWS_PROFILE": "temporary"]) { $1 })) == 2500)
        access.profile = "absent"
        let error = try await #require(throws: ArtifactError.self) {
            try await Self.count(standin.service(access: access))
        }
        #expect(error.message.contains("there is no profile 'absent'"))
        let denied = try await #require(throws: ArtifactError.self) {
            try await Self.count(standin.service(["AWS_SECRET_ACCESS_KEY": "wrong"]))
        }
        #expect(denied.message.contains("SignatureDoesNotMatch") && !denied.message.contains("wrong"))
    }

    @Test func withoutCredentials() async throws {
        let standin = try S3Standin(
            #"{\#(Self.credentials), "buckets": {"my-bucket": {"anonymous": true, "requestPayer": true, "owner": "123456789012", "objects": [{"key": "p/a"}]}, "closed": {}}}"#
        )
        var access = BucketAccess()
        access.isUnsigned = true
        access.requestPayer = "requester"
        access.expectedBucketOwner = "123456789012"
        #expect(try await Self.count(standin.service(access: access)) == 1)
        #expect(try await standin.log().allSatisfy { $0.signed == false })
        access.expectedBucketOwner = "210987654321"
        await #expect(throws: ArtifactError.self) { try await Self.count(standin.service(access: access)) }
        let error = try await #require(throws: ArtifactError.self) {
            try await standin.service(access: access).list(
                S3URI(bucket: "closed", key: "a/"), extent: .prefix, progress: nil)
        }
        #expect(error.code == .accessDenied && error.message.contains("--no-sign-request"))
        let none = ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]
        let nobody = try await #require(throws: ArtifactError.self) { try await Self.count(standin.service(none)) }
        #expect(nobody.message.contains("there are no credentials"))
    }

    /// A certificate is checked, and `AWS_CA_BUNDLE` says by whose; a proxy is asked for the connection.
    @Test func certificates() async throws {
        let folder = try TemporaryDirectory()
        _ = try PythonScript.makeCertificate.run([folder.path, "*.s3.eu-west-1.amazonaws.com"])
        let standin = try S3Standin(
            #"{\#(Self.credentials), "region": "eu-west-1", "tls": {"certificate": "\#(folder.path)/certificate.pem", "key": "\#(folder.path)/key.pem"}, "buckets": {"my-bucket": {"objects": [{"key": "p/config.json", "text": "{}"}]}}}"#
        )
        var variables = [
            "AWS_ENDPOINT_URL": "", "https_proxy": standin.endpoint, "AWS_REGION": "eu-west-1", "OPTML_S3": "native",
            "AWS_CA_BUNDLE": folder.path + "/authority.pem", "AWS_MAX_ATTEMPTS": "1",
        ]
        let result = try standin.optml(variables).run("check", "s3://my-bucket/p/", "--debug")
        #expect(result.status == 0, "\(result.errorText)")
        #expect(result.errorText.contains("optml: debug: S3: natively, by libcurl/"))
        let asked = try await standin.log()
        #expect(asked.contains { $0.method == "CONNECT" && $0.target == "my-bucket.s3.eu-west-1.amazonaws.com:443" })
        #expect(asked.contains { $0.tls == true && $0.host == "my-bucket.s3.eu-west-1.amazonaws.com" })
        variables["AWS_CA_BUNDLE"] = ""
        let refused = try standin.optml(variables).run("check", "s3://my-bucket/p/")
        #expect(refused.status == 2 && refused.errorText.contains("AWS_CA_BUNDLE"), "\(refused.errorText)")
    }

    /// What is under way ends with the task.
    @Test func cancellation() async throws {
        let standin = try S3Standin(
            #"{\#(Self.credentials), \#(Self.generated), "faults": [{"do": "stall", "from": 2}]}"#)
        let service = standin.service(["AWS_MAX_ATTEMPTS": "100"])
        let task = Task { try await Self.count(service) }
        while try await standin.log().count < 2 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let before = Task { try await Self.count(service) }
        before.cancel()
        await #expect(throws: CancellationError.self) { try await before.value }
    }

    @Test func nobodyListens() async throws {
        let standin = try S3Standin("{}")
        let service = standin.service(["AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_MAX_ATTEMPTS": "1"])
        let error = try await #require(throws: ArtifactError.self) { try await Self.count(service) }
        #expect(error.code == .readFailed && error.message.contains("--endpoint-url"), "\(error.message)")
    }

    /// Whoever interrupts the command ends it at once.
    @Test(arguments: [SIGINT, SIGTERM]) func interruption(_ signal: Int32) async throws {
        let standin = try S3Standin(
            #"{\#(Self.credentials), \#(Self.generated), "faults": [{"do": "stall", "from": 2}]}"#)
        let process = Process()
        process.executableURL = URL(filePath: Command.optml.program)
        process.arguments = ["check", "s3://my-bucket/p/"]
        // It does not give up by itself, however long the other tests keep this one from looking.
        process.environment = standin.environment.merging([
            "OPTML_S3": "native", "AWS_MAX_ATTEMPTS": "100", Command.ceilings.variable: Command.ceilings.value,
        ]) { $1 }
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        while try await standin.log().count < 2 { await Task.yield() }
        kill(process.processIdentifier, signal)
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        #expect(
            String(decoding: said, as: UTF8.self)
                == "optml: error: \(signal == SIGINT ? "interrupted" : "terminated")\n")
        process.waitUntilExit()
        #expect(process.terminationStatus == 128 + signal)
    }

    /// The `aws` of the user is not run where it is not needed.
    @Test func withoutTheCommand() async throws {
        let standin = try S3Standin("{\(Self.credentials), \(Self.generated)}")
        let folder = standin.folder.path
        // Written by a program of its own: children that other tests start inherit what this process has open for writing.
        var shell = Command("/bin/sh")
        shell.directory = folder
        shell.input = Data("#!/bin/sh\ntouch '\(folder)/was-run'\n".utf8)
        #expect(try shell.run("-c", "mkdir bin; cat >bin/aws; chmod +x bin/aws").status == 0)
        let optml = standin.optml(["PATH": folder + "/bin:/usr/bin:/bin"])
        for arguments in [
            ["check", "s3://my-bucket/p/"], ["layout", "s3://my-bucket/p/"], ["verify", folder, "s3://my-bucket/p/"],
            ["diff", "s3://my-bucket/p/000/", "s3://my-bucket/p/001/"],
        ] {
            #expect(try [0, 1].contains(optml.run(arguments).status))
        }
        #expect(try await !standin.log().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder + "/was-run"))
        // Where it is needed, it is run.
        _ = try standin.optml(["PATH": folder + "/bin:/usr/bin:/bin", "OPTML_CURL": "off"]).run(
            "check", "s3://my-bucket/p/")
        #expect(FileManager.default.fileExists(atPath: folder + "/was-run"))
    }

    /// The same report natively and by the AWS CLI, which is asked where there is no libcurl.
    @Test(.enabled(if: Peer.aws.isWanted, "the AWS CLI is not installed; Tests/run installs it"))
    func asByTheCommand() throws {
        let objects = try JSONSerialization.data(
            withJSONObject: Self.oddKeys.map { ["key": $0, "text": $0] } + [
                ["key": "p/cold", "storageClass": "GLACIER"]
            ])
        let standin = try S3Standin(
            #"{\#(Self.credentials), "page": 7, "buckets": {"my-bucket": {"objects": \#(String(decoding: objects, as: UTF8.self))}}}"#
        )
        let aws = URL(filePath: try Peer.aws.command().program).deletingLastPathComponent().path
        for arguments in [
            ["check", "s3://my-bucket/p/"], ["check", "s3://my-bucket/p/.."], ["check", "s3://my-bucket/none/"],
        ] {
            let results = try [["OPTML_S3": "native"], ["OPTML_CURL": "off"]].map { way in
                try standin.optml(way.merging(["PATH": aws + ":/usr/bin:/bin"]) { $1 }).run(
                    // By the command contents are read only where they are asked for.
                    arguments + ["--names-only", "--format", "json", "--debug"])
            }
            #expect(results[0].text == results[1].text, "\(results[0].errorText) \(results[1].errorText)")
            #expect(results[0].status == results[1].status)
            #expect(results[0].errorText.contains("S3: natively"))
            #expect(results[1].errorText.contains("S3: by the aws command: libcurl cannot be used"))
        }
    }
}
