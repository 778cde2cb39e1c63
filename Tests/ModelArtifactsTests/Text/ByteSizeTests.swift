import ModelArtifacts
import Testing

@Suite struct ByteSizeTests {
    @Test(arguments: [
        ("0", 0), ("5", 5), ("16777216", 16_777_216), ("16B", 16), ("1KiB", 1024), ("16MiB", 16 << 20),
        ("3GiB", 3 << 30), ("2TiB", 2 << 40), ("1KB", 1000), ("16MB", 16_000_000), ("5GB", 5_000_000_000),
        ("1TB", 1_000_000_000_000), ("16mib", 16 << 20), ("16 MiB", 16 << 20), ("007kb", 7000),
        ("9223372036854775807", Int64.max),
    ])
    func parses(_ text: String, _ bytes: Int64) throws {
        #expect(try ByteSize(parsing: text).bytes == bytes)
    }

    @Test(arguments: [
        "", " ", "MiB", "1.5GiB", "1,5GiB", "-1", "+1", "1e6", "0x10", "16M", "16K", "16 ", "16  MiB", " 16MiB",
        "16MiB ",
        "16MiBs", "1_000", "١٦", "16\u{212A}iB", "16MiB\n", "9223372036854775808", "9223372036854775807KiB",
        "8388608TiB",
        "99999999999999999999TB",
    ])
    func refuses(_ text: String) {
        let error = #expect(throws: ArtifactError.self) { try ByteSize(parsing: text) }
        #expect(error?.code == .usage)
    }

    @Test func showsForeignTextEscaped() {
        let error = #expect(throws: ArtifactError.self) { try ByteSize(parsing: "\u{1B}[31m") }
        #expect(error?.message.hasPrefix("not a size: '\\x1b[31m'; write a whole number") == true)
    }

    @Test(arguments: [
        (0, "0 B"), (1023, "1023 B"), (1024, "1 KiB"), (1536, "1.5 KiB"), (1_048_575, "1 MiB"),
        (1_048_524, "1023.9 KiB"),
        (16 << 20, "16 MiB"), (1_610_612_736, "1.5 GiB"), (5 << 40, "5 TiB"), (Int64.max, "8 EiB"), (-1536, "-1.5 KiB"),
        (Int64.min, "-8 EiB"), (1075, "1 KiB"), (1076, "1.1 KiB"), (53_687_091_200_000, "48.8 TiB"), (7 << 50, "7 PiB"),
    ])
    func formats(_ bytes: Int64, _ text: String) {
        #expect(ByteSize(bytes: bytes).description == text)
    }
}
