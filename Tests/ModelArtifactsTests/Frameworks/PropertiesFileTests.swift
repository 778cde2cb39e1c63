import Testing

@testable import ModelArtifacts

@Suite struct PropertiesFileTests {
    @Test func readsWhatJavaReads() {
        let text = """
            # a comment
              ! another
            engine=MPI
            option.model_id : s3://bucket/m/
            option.task text-generation
              spaced \t=  a b\u{20}
            long = one,\\
               two
            path=c:\\\\a
            key\\ with\\=signs=1
            empty=
            alone
            twice=1
            twice=2
            """
        let file = PropertiesFile(Array(text.utf8))
        #expect(file["engine"] == "MPI")
        #expect(file["option.model_id"] == "s3://bucket/m/")
        #expect(file["option.task"] == "text-generation")
        #expect(file["spaced"] == "a b ")
        #expect(file["long"] == "one,two")
        #expect(file["path"] == "c:\\a")
        #expect(file["key with=signs"] == "1")
        #expect(file["empty"] == "" && file["alone"] == "" && file["twice"] == "2")
        #expect(file["another"] == nil && file["a"] == nil)
    }

    @Test(arguments: [[], [0x5C], [0x3D], [0xFF, 0x3D, 0xFE], [0x0D, 0x0A, 0x5C, 0x0A]] as [[UInt8]])
    func takesAnyBytes(_ bytes: [UInt8]) {
        _ = PropertiesFile(bytes)
        #expect(PropertiesFile([0xE9, 0x3D, 0xE9])["\u{E9}"] == "\u{E9}")
    }
}
