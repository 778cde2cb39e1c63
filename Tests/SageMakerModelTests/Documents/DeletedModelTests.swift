import ModelArtifacts
import Testing

@testable import SageMakerModel

/// A plan of Terraform that takes a model away is no wrong file.
@Suite struct DeletedModelTests {
    private static func plan(_ actions: String, type: String = "aws_sagemaker_model") -> [Finding] {
        RequestCase.findings(
            """
            {'format_version': '1.2', 'terraform_version': '1.11.4', 'planned_values': {'root_module': {}}, 'resource_changes': \
            [{'address': '\(type).m', 'mode': 'managed', 'type': '\(type)', 'name': 'm', 'change': {'actions': [\(actions)], \
            'before': {'name': 'm'}, 'after': null}}]}
            """)
    }

    @Test(arguments: ["aws_sagemaker_model", "awscc_sagemaker_model"])
    func deletedModelIsANote(type: String) throws {
        let finding = try #require(Self.plan("'delete'", type: type).first)
        #expect(finding.rule == "request-no-model" && finding.severity == .note)
        #expect(finding.message == "the plan takes '\(type).m' away and makes no model")
    }

    @Test func otherPlansWithoutAModelStayErrors() {
        #expect(Self.plan("'delete'", type: "aws_s3_bucket").map(\.severity) == [.error])
        #expect(Self.plan("'forget'").map(\.severity) == [.error])
    }
}
