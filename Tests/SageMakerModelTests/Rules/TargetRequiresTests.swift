import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What Terraform and CloudFormation ask for beyond the API.
@Suite struct TargetRequiresTests {
    private func said(_ text: String, in format: RequestFormat = .terraform) throws -> [String] {
        let bytes = Array(text.replacing("'", with: "\"").utf8)
        let node = try DocumentReader.read(InputBuffer(bytes, name: "r.json"))
        return TargetRequires.findings(node, in: format).map(\.message)
    }

    /// The API takes the name of a package, Terraform its ARN.
    @Test func namesOfPackages() throws {
        let arn = "arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1"
        let refused = ["'my-package' is not an ARN, and Terraform takes no name"]
        #expect(try said(Piece.request("{'ModelPackageName': '\(arn)'}")) == [])
        #expect(try said(Piece.request("{'ModelPackageName': 'my-package'}")) == refused)
        let pipeline = Piece.request([
            "{'ModelPackageName': 'my-package'}", "{}", "{'ModelPackageName': '\(arn)'}",
        ])
        #expect(try said(pipeline) == refused)
        #expect(
            try said(Piece.request("{'ModelPackageName': 'my-package'}"), in: .cloudFormation) == [])
    }

    /// What the API asks for as well is said without a look at the format.
    @Test func membersThatAreMissing() throws {
        #expect(
            try said("{'ModelName': 'm', 'PrimaryContainer': \(Piece.container)}") == [
                "Terraform requires ExecutionRoleArn"
            ])
        #expect(try said("{\(Piece.role), 'PrimaryContainer': \(Piece.container)}") == [])
        #expect(try said("{'PrimaryContainer': 'x', \(Piece.role)}") == [])
    }
}
