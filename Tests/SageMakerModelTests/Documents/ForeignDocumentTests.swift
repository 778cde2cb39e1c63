import ModelArtifacts
import Testing

@testable import SageMakerModel

/// JSON of other tools is refused by name, with one finding.
@Suite struct ForeignDocumentTests {
    private static let documents: [(text: String, name: String)] = [
        ("[]", "an array"), ("'text'", "a string"), ("3", "a number"), ("null", "null"),
        (
            "{'version': 4, 'terraform_version': '1.9', 'serial': 3, 'lineage': 'x', 'resources': []}",
            "Terraform state file"
        ),
        ("[{'ParameterKey': 'ModelName', 'ParameterValue': 'm'}]", "stack's parameters"),
        ("{'resource': {'aws_sagemaker_model': {}}}", "Terraform configuration"),
        ("{'version': '36.0.0', 'artifacts': {}}", "manifest of the CDK"),
        ("{'version': '36.0.0', 'files': {}, 'dockerImages': {}}", "CDK's assets"),
        ("{'version': 'tree-0.1', 'tree': {'id': 'App'}}", "tree of the CDK"),
        ("{'TemplateBody': {'Resources': {}}}", "get-template"),
        ("{'Parameters': {'ModelName': 'm'}, 'Tags': {'a': 'b'}}", "template configuration of CodePipeline"),
        ("{'Parameters': {'ModelName': 'm'}, 'StackPolicy': {}}", "template configuration of CodePipeline"),
        ("{'Parameters': {'ModelName': 'm'}}", "an object with 'Parameters'"),
        ("{'openapi': '3.1.0', 'info': {}, 'paths': {}, 'tags': []}", "OpenAPI"),
        ("{'name': 'x', 'version': '1.0.0', 'scripts': {}}", "package.json"),
        ("{'Version': '2012-10-17', 'Statement': []}", "IAM policy"),
        ("{'containerDefinitions': [{'name': 'a', 'image': 'b'}]}", "ECS"),
        ("{'EndpointConfigName': 'e', 'ProductionVariants': [], 'Tags': []}", "CreateEndpointConfig"),
        (
            "{'TrainingJobName': 't', 'AlgorithmSpecification': {}, 'RoleArn': 'a', 'VpcConfig': {}}",
            "CreateTrainingJob"
        ),
        ("{'TransformJobName': 't', 'ModelName': 'm', 'Environment': {}}", "CreateTransformJob"),
        ("{'Models': [{'ModelName': 'm'}]}", "list-models"),
        ("{'name': 'a', 'definition': '{}'}", "state machine whose definition"),
        ("{'name': 'a', 'roleArn': 'r', 'definition': '{}', 'type': 'STANDARD'}", "state machine whose definition"),
        ("{'PipelineName': 'p', 'PipelineDefinition': '{}', 'RoleArn': 'r'}", "pipeline whose definition"),
        ("{'Contents': [{'Key': 'k', 'ETag': 'e'}]}", "listing of S3"),
        ("{'architectures': ['BertModel'], 'model_type': 'bert'}", "config.json"),
        ("{'metadata': {}, 'weight_map': {}}", "index of weights"),
        ("{'cells': [], 'nbformat': 4, 'metadata': {}}", "notebook"),
        ("[{'name': 'x', 'hosts': 'all', 'tasks': []}]", "playbook of Ansible"),
        ("{'replicaCount': 1, 'image': {'repository': 'x'}, 'model': {}}", "values of a Helm chart"),
        ("{'service': 'x', 'provider': {'name': 'aws'}, 'resources': {'Resources': {}}}", "Serverless Framework"),
        ("{'name': 'x', 'runtime': 'yaml', 'resources': {}}", "program of Pulumi"),
        ("{'name': 'ci', 'on': ['push'], 'jobs': {}}", "GitHub Actions"),
        (
            "{'version': '0', 'detail-type': 'SageMaker Model State Change', 'detail': {'ModelName': 'm'}}",
            "EventBridge"
        ),
        ("{'configurationItem': {'resourceType': 'AWS::SageMaker::Model'}}", "AWS Config"),
        ("{'Changes': [], 'ChangeSetName': 'c'}", "CloudFormation about stacks"),
        (
            "{'ModelPackageGroupName': 'g', 'ModelPackageGroupDescription': 'd', 'Tags': []}",
            "CreateModelPackageGroup"
        ),
        (
            "{'region': 'us-east-1', 'bucket': 'b', 'instance_type': 'ml.g5.xlarge'}",
            "an object with 'region', 'bucket'"
        ),
        ("{'name': 'c', 'image': 'i', 'cpu': 1, 'memory': 2, 'essential': true}", "an object with 'name'"),
    ]

    @Test(arguments: documents) func isRefusedByName(_ text: String, _ name: String) {
        let report = RequestInspector().inspect(Array(text.replacing("'", with: "\"").utf8), name: "x.json")
        #expect(report.findings.map(\.rule) == ["request-malformed-document"], "\(text)")
        #expect(report.findings.first?.message.contains(name) ?? false, "\(report.findings)")
        #expect(report.findings.first?.help.isEmpty == false && report.findings.first?.location.line == 1)
    }

    /// Of the models of other controllers nothing is read, and nothing is said that is not so. Each kind that is read is named.
    @Test func modelsOfOtherControllers() {
        let model = "apiVersion: sagemaker.aws.upbound.io/v1beta2\nkind: Model\nspec: {forProvider: {region: r}}\n"
        let alone = RequestInspector().inspect(Array(model.utf8), name: "m.yaml").findings
        #expect(alone.map(\.rule) == ["request-malformed-document"])
        for kind in Operation.all.compactMap({ $0.kubernetes?.type }) + ["Pipeline"] {
            #expect(alone.first?.help.contains("\(kind)") ?? false, "\(kind)")
        }
        let role = "---\napiVersion: iam.aws.upbound.io/v1beta1\nkind: Role\nspec: {}\n"
        let stream = RequestInspector().inspect(Array((model + role).utf8), name: "m.yaml").findings
        #expect(stream.map(\.rule) == ["request-no-model"])
        #expect(
            stream.first?.message
                == "the Kubernetes object has nothing that is a Model of AWS Controllers for Kubernetes")
        let controllers = """
            apiVersion: sagemaker.services.k8s.aws/v1alpha1
            kind: Model
            spec:
              modelName: m
              executionRoleARN: arn:aws:iam::123456789012:role/r
              primaryContainer: {image: "\(Piece.registry)/i:1"}

            """
        #expect(RequestInspector().inspect(Array((controllers + role).utf8), name: "m.yaml").findings.isEmpty)
    }

    /// A program is told by its calls too, where no import stands in front of them.
    @Test(arguments: [
        "model_name = 'm'\nsagemaker_client.create_model(\n    ModelName=model_name)\n",
        "sm = boto3.client('sagemaker')\nsm.create_model(ModelName='m')\n",
    ]) func callsOfPython(_ text: String) {
        let report = RequestInspector().inspect(Array(text.utf8), name: "x.txt")
        #expect(report.findings.first?.message.contains("the document is Python") ?? false, "\(report.findings)")
    }

    /// A template may have the same in the code of a function.
    @Test func callsOfPythonInATemplate() {
        let text = """
            Resources:
              M:
                Type: AWS::SageMaker::Model
                Properties: {ExecutionRoleArn: !Ref R, PrimaryContainer: {Image: !Ref I}}
              F:
                Type: AWS::Lambda::Function
                Properties:
                  Code:
                    ZipFile: |
                      sm = boto3.client('sagemaker')
                      sm.create_model(
            """
        #expect(RequestInspector().inspect(Array(text.utf8), name: "t.yaml").findings.isEmpty)
    }

    /// What is a request, though misspelled or of few members, is judged as one.
    @Test(arguments: [
        "{}", "{'modelName': 'm', 'primaryContainer': {}, 'executionRoleArn': 'a'}", "{'name': 'm', 'role_arn': 'a'}",
        "{'ModelArn': 'arn:aws:sagemaker:us-east-1:123456789012:model/m'}", "{'Image': 'i', 'A': 1, 'B': 2, 'C': 3}",
        "{'S3DataSource': {}}", "{'ModelNames': 'm'}", "{'Resources': {}}", "{'Conditions': {}, 'Resources': {}}",
    ]) func isJudgedAsARequest(_ text: String) {
        let report = RequestInspector().inspect(Array(text.replacing("'", with: "\"").utf8), name: "x.json")
        #expect(!report.findings.contains { $0.rule == "request-malformed-document" }, "\(report.findings)")
    }
}
