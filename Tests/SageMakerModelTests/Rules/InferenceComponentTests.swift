import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Inference components in templates of CloudFormation, which take one specification or several.
@Suite struct InferenceComponentTests {
    private func said(_ others: String) -> [String] {
        let properties = "{'EndpointName': 'e'\(others)}"
        let text = "{'Resources': {'R': {'Type': 'AWS::SageMaker::InferenceComponent', 'Properties': \(properties)}}}"
        return RequestCase.findings(text).map {
            "\($0.rule) \($0.location.jsonPath?.replacing("Resources.R.Properties", with: "R") ?? "")"
        }
    }

    private func container(_ url: String) -> String {
        "{'Container': {'Image': '\(Piece.registry)/i:1', 'ArtifactUrl': 's3://mybucket/\(url)'}}"
    }

    @Test func takesOneSpecificationOrSeveral() {
        #expect(said(", 'Specification': \(container("m.tar.gz"))").isEmpty)
        #expect(said(", 'Specifications': [\(container("m.tar.gz"))]").isEmpty)
        #expect(said("") == ["request-missing-member R.Specification"])
        let both = said(", 'Specification': \(container("m.tar.gz")), 'Specifications': [\(container("m.tar.gz"))]")
        #expect(both == ["request-unknown-member R.Specifications"])
    }

    /// A misspelled name is one mistake.
    @Test(arguments: ["Specificaton", "specification", "Specificatons"]) func saysAMisspelledNameOnce(_ name: String) {
        #expect(said(", '\(name)': {}").map { $0.split(separator: " ").first } == ["request-unknown-member"])
    }

    /// What is no object lacks no members.
    @Test func propertiesThatAreNone() {
        let found = RequestCase.findings(
            "{'Resources': {'R': {'Type': 'AWS::SageMaker::InferenceComponent', 'Properties': 'x'}}}")
        #expect(found.map(\.rule) == ["request-wrong-type"])
    }

    @Test func saysOtherUnknownNamesBesides() {
        #expect(said(", 'Colour': 'x'").count == 2)
    }

    @Test func looksIntoTheContainers() {
        let rule = "create-model-data-url-not-tar-gz"
        #expect(said(", 'Specification': \(container("m/"))") == ["\(rule) R.Specification.Container.ArtifactUrl"])
        #expect(
            said(", 'Specifications': [\(container("m.tar.gz")), \(container("m/"))]")
                == ["\(rule) R.Specifications[1].Container.ArtifactUrl"])
        #expect(
            said(", 'Specification': {'Container': 'x'}").map { $0.split(separator: " ").first } == [
                "request-wrong-type"
            ])
    }
}
