import Testing

@testable import ModelArtifacts

@Suite struct JSONWriterTests {
    @Test func writesAsTheCommandLineDoes() throws {
        var writer = JSONWriter()
        try writer.beginObject()
        try writer.write("S3Uri", "s3://b/é/\u{2028}\u{7F}\"\\\n\u{1}")
        try writer.write("bytes", ByteString([0x61, 0xFF, 0x62]))
        try writer.write("size", Int64.min)
        try writer.write("yes", true)
        try writer.writeNull("none")
        try writer.beginArray("empty")
        try writer.endArray()
        try writer.beginObject("nothing")
        try writer.endObject()
        try writer.beginArray("items")
        try writer.write("a")
        try writer.write(1)
        try writer.beginObject()
        try writer.write("b", false)
        try writer.endObject()
        try writer.endArray()
        try writer.endObject()
        try writer.finish()
        #expect(
            String(decoding: writer.output.bytes, as: UTF8.self) == #"""
                {
                  "S3Uri": "s3://b/é/\u2028\u007f\"\\\n\u0001",
                  "bytes": "a\#u{FFFD}b",
                  "size": -9223372036854775808,
                  "yes": true,
                  "none": null,
                  "empty": [],
                  "nothing": {},
                  "items": [
                    "a",
                    1,
                    {
                      "b": false
                    }
                  ]
                }

                """#)
    }

    @Test func streamsInChunks() throws {
        var chunks = 0
        var bytes = 0
        var writer = JSONWriter { chunk throws(ArtifactError) in
            chunks += 1
            bytes += chunk.count
        }
        try writer.beginArray()
        for index in 0..<100_000 { try writer.write(index) }
        try writer.endArray()
        try writer.finish()
        #expect(chunks > 10)
        #expect(bytes > 700_000)
    }

    @Test func errorsOfTheSinkArePassedOn() {
        var writer = JSONWriter { _ throws(ArtifactError) in throw ArtifactError(.writeFailed, "full") }
        let error = #expect(throws: ArtifactError.self) {
            try writer.write("x")
            try writer.finish()
        }
        #expect(error?.code == .writeFailed)
    }
}
