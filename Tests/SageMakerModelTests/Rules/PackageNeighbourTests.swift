import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Requests about packages beside those that a rule is about.
@Suite struct PackageNeighbourTests {
    private func rules(_ text: String) -> [String] { RequestCase.findings(text).map(\.rule) }

    private static let uri = "'SourceUri': 's3://mybucket/m/'"
    private static let specification = Piece.specification("{\(Piece.image), \(RequestCase.data)}")

    /// A package of a group may have a source; one that exists may have got a specification besides.
    @Test func sourcesOfPackages() {
        let rule = "create-model-package-source-uri"
        #expect(rules("{'ModelPackageName': 'p', \(Self.uri)}") == [rule])
        #expect(rules("{'ModelPackageGroupName': 'g', \(Self.uri)}") == [])
        #expect(
            !rules("{'ModelPackageGroupName': 'g', 'ModelPackageName': 'p', \(Self.uri)}").contains(rule))
        #expect(rules("{\(Self.uri)}") == ["create-model-package-without-name"])
        let answer = "'CreationTime': 1, 'ModelPackageStatus': 'Completed', 'ModelPackageName': 'p'"
        #expect(!rules("{\(answer), \(Self.uri), \(Self.specification)}").contains(rule))
    }

    /// A task of Step Functions whose parameters are no object lacks none.
    @Test func parametersThatAreNone() {
        let task = { (parameters: String) in
            rules(
                "{'StartAt': 'P', 'States': {'P': {'Type': 'Task', 'Resource': 'arn:aws:states:::aws-sdk:sagemaker:createModelPackage', 'Parameters': \(parameters), 'End': true}}}"
            )
        }
        #expect(task("{\(Self.specification)}") == ["create-model-package-without-name"])
        #expect(!task("'x'").contains("create-model-package-without-name"))
    }
}
