import Testing

@testable import ModelArtifacts

/// Names that files get which are copied where one of their name is.
@Suite struct CopiedNameTests {
    @Test(arguments: [
        ("model (1).safetensors", "model.safetensors"), ("model (123).safetensors", "model.safetensors"),
        ("model-00001-of-00002 (1).safetensors", "model-00001-of-00002.safetensors"),
        ("model.safetensors.index (2).json", "model.safetensors.index.json"), ("a - Copy.bin", "a.bin"),
        ("a - Copy (2).bin", "a.bin"), ("a copy.bin", "a.bin"), ("a copy 3.bin", "a.bin"),
        ("Copy of a.bin", "a.bin"), ("xgboost-model (1)", "xgboost-model"), ("a (1) (1).bin", "a (1).bin"),
    ])
    func aCopy(_ name: String, _ original: String) {
        #expect(CopiedName(ByteString(name))?.original == ByteString(original))
    }

    @Test(arguments: [
        "model.safetensors", "model(1).safetensors", "model ().safetensors", "model (1234).safetensors",
        "model (a).safetensors", "model (1.safetensors", " (1).bin", " copy.bin", "copy.bin", "photocopy.bin",
        "Copy of ",
        "a copy3.bin", "a Copy.bin", "model (1) final.bin", "", ".", "copy", "(1)", " (1)",
    ])
    func none(_ name: String) { #expect(CopiedName(ByteString(name)) == nil) }

    /// What is looked for in listings before a name is taken apart misses no name of the endings.
    @Test func suffixes() {
        let suffixes = CopiedName.interestingSuffixes([".bin"])
        for name in ["a (1).bin", "a - Copy.bin", "a - Copy (2).bin", "a copy.bin", "a copy 2.bin"] {
            #expect(ByteString(name).hasSuffix(anyOf: suffixes), "\(name)")
        }
        #expect(!ByteString("a.bin").hasSuffix(anyOf: suffixes))
    }
}
