import ModelArtifacts
import Testing

@Suite struct ETagTests {
    @Test func multipartTag() {
        let tag = ETag("\"9ed977000dc166f25a9b9ef26fb3c3fc-1\"")
        #expect(tag.text == "9ed977000dc166f25a9b9ef26fb3c3fc-1")
        #expect(tag.partCount == 1)
        #expect(!tag.canBeMD5)
        #expect(tag == ETag("9ED977000dc166f25a9b9ef26fb3c3fc-1"))
    }

    @Test func plainTag() {
        let tag = ETag("d41d8cd98f00b204e9800998ecf8427e")
        #expect(tag.text == "d41d8cd98f00b204e9800998ecf8427e")
        #expect(tag.canBeMD5)
        #expect(tag.partCount == nil)
    }

    @Test(arguments: [
        "", "\"", "x", "d41d8cd98f00b204e9800998ecf8427", "d41d8cd98f00b204e9800998ecf8427e-",
        "d41d8cd98f00b204e9800998ecf8427e-0", "d41d8cd98f00b204e9800998ecf8427e-01",
        "d41d8cd98f00b204e9800998ecf8427e-+1", "d41d8cd98f00b204e9800998ecf8427e--1",
        "d41d8cd98f00b204e9800998ecf8427e-99999999999", "d41d8cd98f00b204e9800998ecf8427e-10001",
        "d41d8cd98f00b204e9800998ecf8427e1",
        "g41d8cd98f00b204e9800998ecf8427e", "D41D8CD98F00B204E9800998ECF8427E-x", "日本",
    ])
    func opaqueTag(_ text: String) {
        let tag = ETag(text)
        #expect(tag.text == text)
        #expect(!tag.canBeMD5)
        #expect(tag.partCount == nil)
    }

    @Test func onlyOnePairOfQuotesIsDropped() {
        #expect(ETag("\"\"a\"\"").text == "\"a\"")
        #expect(ETag("\"\"").text == "")
        #expect(ETag("\u{1B}[0m").description == "\\x1b[0m")
    }

    @Test func fromDigests() throws {
        let empty = MD5().finish()
        #expect(ETag(md5: empty).text == "d41d8cd98f00b204e9800998ecf8427e")
        // Seen of empty multipart uploads: the MD5 of the MD5 of nothing.
        #expect(ETag(partDigests: [empty]).text == "59adb24ef3cdbe0297f05b395827453f-1")
    }

    static let mebibyte: Int64 = 1 << 20

    /// Objects of zeros, computed from the definition and by uploads to a simulated S3.
    @Test(arguments: [
        (17 * mebibyte, 8 * mebibyte, "e6000a567fdaa0162ceedec6b60fcd68-3"),
        (17 * mebibyte, 5 * mebibyte, "329de149014c88f52edbe60c11e561c2-4"),
        (17 * mebibyte, 15 * mebibyte, "564d3c17efb859169216106af00991ae-2"),
        (17 * mebibyte, 16 * mebibyte, "d7f0e9878e982a33237d7f6f946e7951-2"),
        (17 * mebibyte, 17_179_870, "417d8632d5fe3fe70e04bf5eedc5a231-2"),
        (28_333_464, 17_179_870, "fb321d5bf093cc50ece876a3c9c42087-2"),
    ])
    func zerosByPartSize(_ size: Int64, _ partSize: Int64, _ text: String) async throws {
        let rule = try UploadRule(partSize: partSize)
        #expect(try await ETag.of(FakeFile(size: size), rule: rule, engine: ETagEngine()).text == text)
    }

    @Test(arguments: [
        (0, "d41d8cd98f00b204e9800998ecf8427e"), (8 * mebibyte, "9ed977000dc166f25a9b9ef26fb3c3fc-1"),
        (8 * mebibyte + 1, "a5eb57d36bf73a683183c5a0fb4a37ab-2"),
    ])
    func zerosByTheAWSCLI(_ size: Int64, _ text: String) async throws {
        let tag = try await ETag.of(FakeFile(size: size), rule: UploadRule(.awsCLI), engine: ETagEngine())
        #expect(tag.text == text)
    }

    @Test(arguments: [
        (Uploader.rclone, "MD5"), (.s5cmd, "MD5"), (.goManager, "329de149014c88f52edbe60c11e561c2-4"),
        (.jsLibStorage, "329de149014c88f52edbe60c11e561c2-4"), (.javaV2, "e6000a567fdaa0162ceedec6b60fcd68-3"),
        (.crt, "e6000a567fdaa0162ceedec6b60fcd68-3"), (.s3cmd, "564d3c17efb859169216106af00991ae-2"),
        (.minio, "d7f0e9878e982a33237d7f6f946e7951-2"), (.console, "417d8632d5fe3fe70e04bf5eedc5a231-2"),
        (.mountpoint, "e6000a567fdaa0162ceedec6b60fcd68-3"),
    ])
    func seventeenMebibytesOfZeros(_ uploader: Uploader, _ text: String) async throws {
        let file = FakeFile(size: 17 * Self.mebibyte)
        let tag = try await ETag.of(file, rule: UploadRule(uploader), engine: ETagEngine())
        if text == "MD5" { #expect(tag.canBeMD5) } else { #expect(tag.text == text) }
    }
}
