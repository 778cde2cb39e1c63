import Testing

@testable import ModelArtifacts

@Suite struct ModelArchitectureTests {
    @Test(
        arguments: [
            (#"{"architectures": ["BertForMaskedLM"]}"#, .named("BertForMaskedLM")),
            (#"{"x": {"architectures": ["A"]}, "architectures": ["B", "C"], "y": []}"#, .named("B")),
            (#"{"architectures": [1, "B"]}"#, .absent), (#"{"architectures": []}"#, .absent),
            (#"{"architectures": null}"#, .absent), ("{}", .absent), ("[]", nil), ("", nil), ("{", nil),
            (#"{"architectures": ["A"]"#, nil),
        ] as [(String, ModelArchitecture.Answer?)]) func reads(_ text: String, _ answer: ModelArchitecture.Answer?)
    {
        #expect(ModelArchitecture.read(Array(text.utf8)) == answer)
    }
}
