import ModelArtifacts
import Testing

@testable import SageMakerModel

/// In a template, a reference to a secret is its ARN, and of others nobody knows what they give.
@Suite struct SecretReferenceTests {
    private static func messages(_ value: String) -> [String] {
        RequestCase.findings(
            """
            {'Parameters': {'P': {'Type': 'String'}}, 'Resources': {'S': {'Type': 'AWS::SecretsManager::Secret'}, 'B': \
            {'Type': 'AWS::S3::Bucket'}, 'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), \
            'PrimaryContainer': {\(Piece.image), 'Environment': {'DB_PASSWORD': \(value)}}}}}}
            """
        ).filter { $0.rule == "create-model-secret-in-environment" }.map(\.message)
    }

    @Test(arguments: [
        "{'Ref': 'S'}", "{'Fn::Sub': '${S}'}", "{'Fn::Sub': ['${S}${X}', {'X': ''}]}",
        "{'Fn::Join': ['', [{'Ref': 'S'}]]}",
        "{'Fn::Sub': 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:123456789012:secret:x'}",
    ])
    func secretsAreTheirARNs(_ value: String) { #expect(Self.messages(value).isEmpty) }

    @Test(arguments: [
        "{'Ref': 'P'}", "{'Ref': 'B'}", "{'Fn::Sub': '${P}'}", "{'Fn::Sub': ['${S}', {'S': {'Ref': 'P'}}]}",
        "{'Fn::ImportValue': 'x'}", "'{{resolve:secretsmanager:x}}'",
    ])
    func othersMayBeSecrets(_ value: String) {
        #expect(
            Self.messages(value) == [
                "a variable of such a name mostly holds a secret, and what this one will hold is not known"
            ])
    }

    @Test func knownValuesAreSecrets() {
        #expect(Self.messages("'hunter22'") == ["a variable of such a name holds a secret"])
    }
}
