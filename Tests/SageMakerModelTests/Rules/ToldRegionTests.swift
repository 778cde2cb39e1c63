import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Documents that say in which region they make a model, whose images have to be there.
@Suite struct ToldRegionTests {
    private static let image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1"

    private func messages(_ document: String) -> [String] {
        RequestCase.findings(document).filter { $0.rule == "create-model-image-in-other-region" }.map(\.message)
    }

    private static let other = ["the image is in us-east-1, and the model is made in eu-central-1"]

    private func plan(_ region: String?, _ more: String = "") -> [String] {
        let region = region.map { ", 'region': \($0)" } ?? ""
        let values =
            "{'name': 'm', 'execution_role_arn': 'arn:aws:iam::123456789012:role/r', 'primary_container': [{'image': '\(Self.image)'}]\(region)}"
        return messages(
            """
            {'format_version': '1.2', 'terraform_version': '1.9.5', 'resource_changes': [{'address': 'aws_sagemaker_model.m', \
            'mode': 'managed', 'type': 'aws_sagemaker_model', 'name': 'm', 'change': {'actions': ['create'], 'after': \(values)}}]\(more)}
            """)
    }

    private func provider(_ region: String, key: String = "aws", beside others: String = "", variables: String = "{}")
        -> String
    {
        """
        , 'variables': \(variables), 'configuration': {'provider_config': {'\(key)': {'name': 'aws', \
        'full_name': 'registry.terraform.io/hashicorp/aws', 'expressions': {'region': \(region)}}\(others)}}
        """
    }

    @Test func regionsOfResourcesOfTerraform() {
        #expect(plan("'eu-central-1'") == Self.other)
        #expect(plan("'us-east-1'").isEmpty && plan("null").isEmpty && plan("'eu'").isEmpty && plan(nil).isEmpty)
        // It counts more than that of the provider.
        #expect(plan("'us-east-1'", provider("{'constant_value': 'eu-central-1'}")).isEmpty)
    }

    @Test func regionsOfProvidersOfTerraform() {
        let told = "{'constant_value': 'eu-central-1'}"
        #expect(plan(nil, provider(told)) == Self.other)
        #expect(plan(nil, provider("{'constant_value': 'us-east-1'}")).isEmpty)
        // Of several, the plan does not tell which is the resource's own.
        let second =
            ", 'aws.west': {'name': 'aws', 'full_name': 'registry.terraform.io/hashicorp/aws', 'alias': 'west'}"
        #expect(plan(nil, provider(told, beside: second)).isEmpty)
        #expect(plan(nil, provider(told, key: "aws.west")).isEmpty)
        let random = ", 'random': {'name': 'random', 'full_name': 'registry.terraform.io/hashicorp/random'}"
        #expect(plan(nil, provider(told, beside: random)) == Self.other)
        let variables = "{'r': {'value': 'eu-central-1'}, 's': {'value': 'us-east-1'}}"
        let variable = { (references: String) in
            plan(nil, provider("{'references': [\(references)]}", variables: variables))
        }
        #expect(variable("'var.r'") == Self.other && variable("'var.s'").isEmpty)
        #expect(variable("'var.r', 'var.s'").isEmpty && variable("'local.r'").isEmpty && variable("'var.t'").isEmpty)
    }

    @Test func regionsOfRecords() {
        let event = { (region: String) in
            messages(
                """
                {'eventVersion': '1.08', 'eventSource': 'sagemaker.amazonaws.com', 'eventName': 'CreateModel', 'awsRegion': '\(region)', \
                'requestParameters': {'modelName': 'm', 'executionRoleArn': 'arn:aws:iam::123456789012:role/r', \
                'primaryContainer': {'image': '\(Self.image)'}}}
                """)
        }
        #expect(event("eu-central-1") == Self.other && event("us-east-1").isEmpty)
    }

    @Test func regionsOfObjects() {
        let object = { (annotations: String) in
            messages(
                """
                {'apiVersion': 'sagemaker.services.k8s.aws/v1alpha1', 'kind': 'Model', 'metadata': {'name': 'm', \
                'annotations': {\(annotations)}}, 'spec': {'modelName': 'm', \
                'executionRoleARN': 'arn:aws:iam::123456789012:role/r', 'primaryContainer': {'image': '\(Self.image)'}}}
                """)
        }
        #expect(object("'services.k8s.aws/region': 'eu-central-1'") == Self.other)
        #expect(object("'services.k8s.aws/region': 'us-east-1'").isEmpty && object("'region': 'eu-central-1'").isEmpty)
    }
}
