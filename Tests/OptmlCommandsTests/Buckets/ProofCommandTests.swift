import Foundation
import TestSupport
import Testing

/// What commands ask S3 for beyond its listing, by an `aws` that says what the test wants.
@Suite struct ProofCommandTests {
    private static let etag = "0123456789abcdef0123456789abcdef"

    /// An object of three bytes, as `model/config.json` of the stub, under SSE-KMS.
    private func stub(checksum: String, isDenied: Bool = false) throws -> StubAWS {
        let row = BucketSourceTests.object("m/config.json", 3, Self.etag)
        let denied = "echo 'An error occurred (403) when calling the HeadObject operation: Forbidden' >&2; exit 254"
        let answer =
            #"printf '%s\n' '{"ContentLength": 3, "ETag": "\"\#(Self.etag)\"", "ServerSideEncryption": "aws:kms"\#(checksum)}'"#
        return try StubAWS(
            """
            printf '%s\\n' "$*" >>"$log"
            case "$*" in
            *head-object*) \(isDenied ? denied : answer);;
            *) printf '%s\\n' '{"Contents": [\(row)]}';;
            esac
            """)
    }

    private static func base64(_ value: UInt64, _ count: Int) -> String {
        Data((0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }).base64EncodedString()
    }

    /// The CRC-32 of a text, as `head-object` tells it.
    private func checksum(of text: String) -> String {
        var crc = UInt32.max
        for byte in text.utf8 {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return #", "ChecksumCRC32": "\#(Self.base64(UInt64(~crc), 4))", "ChecksumType": "FULL_OBJECT""#
    }

    @Test func verify() throws {
        let same = try stub(checksum: checksum(of: "{}\n"))
        let result = try same.optml.run("verify", "model", "s3://bkt/m/")
        #expect(result.status == 0 && result.text.contains("1 by CRC32"), "\(result.text)\(result.errorText)")
        #expect(same.log.split(separator: "\n").count == 2)
        let json = try same.optml.run("verify", "model", "s3://bkt/m/", "--format", "json")
        #expect(json.text.contains(#""proof": "CRC32""#) && json.text.contains(#""sameBy""#))
        let silent = try same.optml.run("verify", "model", "s3://bkt/m/", "--no-head")
        #expect(silent.status == 1 && silent.text.contains("1 changed"))
        let changedStub = try stub(checksum: checksum(of: "{}x"))
        let changed = try changedStub.optml.run("verify", "model", "s3://bkt/m/")
        #expect(changed.status == 1 && changed.text.contains("1 changed") && changed.text.contains("CRC32 is"))
        let unknownStub = try stub(checksum: "")
        let unknown = try unknownStub.optml.run("verify", "model", "s3://bkt/m/")
        #expect(unknown.status == 1 && unknown.text.contains("1 unverifiable"))
        let deniedStub = try stub(checksum: "", isDenied: true)
        let denied = try deniedStub.optml.run("verify", "model", "s3://bkt/m/")
        #expect(denied.status == 1 && denied.text.contains("1 unverifiable") && denied.text.contains("s3:GetObject"))
        #expect(try same.optml.run("verify", "model", "s3://bkt/m/", "--no-head", "--checksums").status == 64)
    }

    @Test func diffAndExisting() throws {
        let same = try stub(checksum: checksum(of: "{}\n"))
        #expect(try same.optml.run("diff", "model", "s3://bkt/m/", "--exit-code").status == 0)
        #expect(try same.optml.run("diff", "model", "s3://bkt/m/", "--exit-code", "--no-head").status == 1)
        #expect(try same.optml.report("check", "model", "--existing", "s3://bkt/m/").rules == [])
        let other = try stub(checksum: checksum(of: "{}x"))
        #expect(try other.optml.report("check", "model", "--existing", "s3://bkt/m/").rules == ["overwrites-object"])
        let silent = try same.optml.report("check", "model", "--existing", "s3://bkt/m/", "--no-head")
        #expect(silent.rules == ["overwrites-object"])
    }

    /// Through `aws`, contents are read only if that is asked for: a process for every range.
    @Test func contents() throws {
        let row = BucketSourceTests.object("m/config.json", 5)
        let stub = try StubAWS(
            """
            printf '%s\\n' "$*" >>"$log"
            case "$*" in
            *get-object*) printf '{"a",' >/dev/stdout; echo '{"ContentLength": 5}';;
            *) printf '%s\\n' '{"Contents": [\(row)]}';;
            esac
            """)
        #expect(try stub.optml.report("check", "s3://bkt/m/").rules == [])
        #expect(!stub.log.contains("get-object"))
        let read = try stub.optml.report("check", "s3://bkt/m/", "--content-limit", "1MiB")
        #expect(read.rules == ["invalid-json"])
        #expect(stub.log.contains("--range bytes=0-4 --if-match \"8a80554c91d9fca8acb82f023de02f11\""))
        #expect(try stub.optml.run("check", "s3://bkt/m/", "--content-limit", "1MiB", "--names-only").status == 64)
    }

    /// What `aws` prints of an object is never taken for its contents.
    @Test(
        arguments: [
            (#"printf '{"a' >/dev/stdout; echo '{"ContentLength": 3}'"#, "from byte 0 on"),
            (#"printf '{"a' >/dev/stdout; echo '{"ContentLength": 5}'"#, "from byte 0 on"),
            (#"printf '{"a",}' >/dev/stdout; echo '{"ContentLength": 6}'"#, "from byte 0 on"),
            (#"printf '{"a",' >/dev/stdout; echo '{"ContentLength": 4}'"#, "has 4 bytes from byte 0 on"),
            (#"printf '{"a",' >/dev/stdout"#, "printed nothing"), (#"printf '{"' >/dev/stdout"#, "printed nothing"),
            (#"printf '{"a",' >/dev/stdout; echo '{"ContentLength": 5'"#, "from byte 0 on"),
            (#"printf '{"a",' >/dev/stdout; echo '{"ContentLength": 5, "ETag": "other"}'"#, "changed"),
        ]) func shortReads(_ script: String, _ words: String) throws
    {
        let row = BucketSourceTests.object("m/config.json", 5)
        let stub = try StubAWS(
            "case \"$*\" in\n*get-object*) \(script);;\n*) printf '%s\\n' '{\"Contents\": [\(row)]}';;\nesac")
        try stub.optml.run("check", "s3://bkt/m/", "--content-limit", "1MiB").expectFailure(2, words)
    }

    /// A file of the name of the prefix lies below it.
    @Test func namesLikeThePrefix() throws {
        let row = BucketSourceTests.object("models/bert/bert", 3, Self.etag)
        let stub = try StubAWS(
            """
            printf '%s\\n' "$*" >>"$log"
            case "$*" in
            *head-object*) printf '%s\\n' '{"ContentLength": 3, "ETag": "\(Self.etag)"\(checksum(of: "{}\n"))}';;
            *) printf '%s\\n' '{"Contents": [\(row)]}';;
            esac
            """)
        try stub.folder.write("model/bert", "{}\n")
        let report = try stub.optml.report("check", "model", "--existing", "s3://bkt/models/bert")
        #expect(!report.rules.contains("overwrites-object"), "\(report.findings.map(\.message))")
        let asked = stub.log.split(separator: "\n").filter { $0.contains("head-object") }
        #expect(!asked.isEmpty && asked.allSatisfy { $0.contains("--key models/bert/bert ") }, "\(asked)")
    }
}
