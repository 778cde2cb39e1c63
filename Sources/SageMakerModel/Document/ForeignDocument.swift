import ModelArtifacts

/// A form of JSON or YAML that is no request, with what to run to get one. Such a document is refused by name: compared with a request
/// member by member, it would only give findings that are about something else.
struct ForeignDocument: Sendable {
    /// What it is, with an article: `a Step Functions definition`.
    let name: String
    /// What to run, or to give instead.
    let help: String

    /// One form: the members of the outermost object that tell it.
    private struct Form {
        let name: String
        /// All of these are there.
        let marks: [ByteString]
        /// If any are named, at least one of these is there too.
        var oneOf: [ByteString] = []
        let help: String
    }

    /// What a document is that is no request; nil if it may be one.
    init?(_ document: JSONNode) {
        if RequestForms.requests(in: RequestValue(document)) != nil { return nil }
        guard let members = document.members else {
            name =
                switch document.content {
                case .array(let elements) where elements.first?["hosts"] != nil: "a playbook of Ansible"
                case .array(let elements) where document.traits.contains(.isStream):
                    "a stream of \(elements.count) documents of YAML"
                case .array(let elements) where elements.first?["ParameterKey"] != nil: "a list of a stack's parameters"
                case .array: "an array"
                case .string, .date: "a string"
                case .number: "a number"
                case .boolean: "a truth value"
                case .unknown: "a value that a tag makes something else of"
                default: "null"
                }
            help =
                document.traits.contains(.isStream)
                ? "give each in a file of its own; only objects of Kubernetes are read from a stream"
                : "give the request itself, an object"
            return
        }
        let names = Set(members.map(\.name))
        if let form = Self.forms.first(where: { form in
            form.marks.allSatisfy(names.contains) && (form.oneOf.isEmpty || form.oneOf.contains(where: names.contains))
        }) {
            (name, help) = (form.name, form.help)
            return
        }
        guard !members.isEmpty, !Self.mayBeRequest(members.map(\.name)) else { return nil }
        let shown = members.prefix(3).map { "'\(ValueText.shortened($0.name))'" }.joined(separator: ", ")
        name = "an object with \(shown)\(members.count > 3 ? ", …" : "")"
        help = Self.generalHelp
    }

    /// Whether names are those of a request, or a part of one, some misspelled perhaps. A few that happen to be the same in
    /// lower case, as `image` and `tags`, do not make one.
    private static func mayBeRequest(_ names: [ByteString]) -> Bool {
        let structures = ServiceModel.structures
        let requests = Operation.all.map(\.structure)
        let known = Set((structures + requests).flatMap { $0.members.map(\.name) + $0.responseMembers })
        if names.contains(where: known.contains) { return true }
        let best =
            structures.map { structure in
                names.count { name in
                    structure.score([name]) > 0 || UnknownMember.intended(name, in: structure) != nil
                }
            }.max() ?? 0
        return best * 2 >= names.count && best > 0
    }

    private static let generalHelp =
        "give a CreateModel request, an answer of describe-model, a container, a ModelDataSource block, a CloudFormation template, or what 'terraform show -json' prints"
    private static let describeHelp =
        "deploy it, and check the answer of 'aws sagemaker describe-model --model-name NAME'"
    private static let templateHelp =
        "run 'aws cloudformation get-template --stack-name NAME --query TemplateBody', with '--output text' if the template is YAML"
    private static let helmHelp = "run 'helm template', and give the Model that it prints"
    private static let modelHelp = "give the request of CreateModel that it names"

    private static let forms: [Form] =
        infrastructure + services + operations + models

    /// What tools make that deploy.
    private static let infrastructure: [Form] = [
        Form(
            name: "a Terraform state file", marks: ["terraform_version"], oneOf: ["lineage", "serial"],
            help: "run 'terraform show -json' and give what it prints"),
        Form(
            name: "a Terraform configuration in JSON", marks: ["resource"],
            help: "run 'terraform plan -out=plan' and 'terraform show -json plan'"),
        Form(
            name: "a Terraform configuration in JSON", marks: ["terraform"],
            help: "run 'terraform plan -out=plan' and 'terraform show -json plan'"),
        Form(
            name: "a manifest of the CDK", marks: ["version", "artifacts"],
            help: "give the template beside it, cdk.out/STACK.template.json"),
        Form(
            name: "a list of the CDK's assets", marks: ["version", "files", "dockerImages"],
            help: "give the template beside it, cdk.out/STACK.template.json"),
        Form(
            name: "a tree of the CDK", marks: ["version", "tree"],
            help: "give the template beside it, cdk.out/STACK.template.json"),
        Form(
            name: "a configuration of the CDK", marks: ["app"],
            oneOf: ["context", "watch", "requireApproval", "output"],
            help: "run 'cdk synth' and give cdk.out/STACK.template.json"),
        Form(
            name: "an answer of get-template", marks: ["TemplateBody"],
            help: templateHelp),
        Form(
            name: "a template configuration of CodePipeline", marks: ["Parameters"], oneOf: ["Tags", "StackPolicy"],
            help: "give the template that it is for"),
        Form(
            name: "an answer of CloudFormation about stacks", marks: [],
            oneOf: ["Stacks", "StackResources", "StackResourceSummaries", "ChangeSetName"],
            help: templateHelp),
        Form(
            name: "an export of Pulumi", marks: ["version", "deployment"], help: describeHelp),
        Form(
            name: "a Kubernetes object", marks: ["apiVersion", "kind"],
            help:
                "of Kubernetes objects, the Model, ModelPackage, InferenceComponent and Pipeline of AWS Controllers for Kubernetes are read; others are not"
        ),
        Form(name: "a Compose file", marks: ["services"], help: generalHelp),
        Form(name: "a Helm chart", marks: ["apiVersion", "appVersion"], help: helmHelp),
        Form(
            name: "the values of a Helm chart", marks: [],
            oneOf: ["replicaCount", "nameOverride", "fullnameOverride", "imagePullSecrets"], help: helmHelp),
        Form(
            name: "a configuration of the Serverless Framework", marks: ["service", "provider"],
            help: "run 'serverless package' and give .serverless/cloudformation-template-update-stack.json"),
        Form(name: "a program of Pulumi", marks: ["runtime"], oneOf: ["resources", "description"], help: describeHelp),
        Form(
            name: "a workflow of GitHub Actions", marks: ["jobs"],
            help: "give the request or template that a step of it deploys"),
    ]

    /// What other services take and give.
    private static let services: [Form] = [
        Form(
            name: "a pipeline whose definition is a text in it", marks: ["PipelineDefinition"],
            help: "give its definition alone: jq -r .PipelineDefinition FILE >definition.json"),
        Form(
            name: "a pipeline whose definition is elsewhere", marks: ["PipelineDefinitionS3Location"],
            help: "give the definition that lies there"),
        Form(
            name: "a state machine whose definition is a text in it", marks: ["definition"],
            oneOf: ["stateMachineArn", "name", "roleArn"],
            help: "give its definition alone: jq -r .definition FILE >definition.json"),
        Form(
            name: "an answer of CloudTrail", marks: [], oneOf: ["Events", "Records"],
            help: "give the events of calls of CreateModel"),
        Form(
            name: "a task definition of ECS", marks: [], oneOf: ["containerDefinitions", "taskDefinition"],
            help: generalHelp),
        Form(
            name: "an event of EventBridge", marks: ["detail-type", "detail"],
            help: "give its 'detail': jq .detail EVENT >request.json"),
        Form(
            name: "a configuration item of AWS Config", marks: [],
            oneOf: ["configurationItem", "configurationItems", "invokingEvent"], help: describeHelp),
        Form(name: "an IAM policy", marks: ["Statement"], help: generalHelp),
        Form(
            name: "a listing of S3", marks: [], oneOf: ["Contents", "CommonPrefixes"],
            help: "give it to --listing, beside the request"),
        Form(name: "an OpenAPI document", marks: [], oneOf: ["openapi", "swagger"], help: generalHelp),
        Form(name: "a JSON Schema", marks: ["$schema", "properties"], help: generalHelp),
        Form(
            name: "a service model of botocore", marks: ["metadata", "shapes"], oneOf: ["operations"], help: generalHelp
        ),
        Form(
            name: "a package.json", marks: ["name"],
            oneOf: ["dependencies", "devDependencies", "scripts", "main", "type"], help: generalHelp),
        Form(name: "a Jupyter notebook", marks: ["cells", "nbformat"], help: generalHelp),
        Form(name: "a report in SARIF", marks: ["runs"], help: generalHelp),
        Form(
            name: "a report of optml", marks: ["schemaVersion"], oneOf: ["findings", "tool", "rules"], help: generalHelp
        ),
        Form(
            name: "a configuration of optml", marks: [], oneOf: ["failOn", "severities", "ignore"],
            help: "give it to --config, beside the request"),
    ]

    /// Requests and answers of other operations of SageMaker.
    private static let operations: [Form] = [
        Form(name: "a request of CreateEndpointConfig", marks: ["ProductionVariants"], help: modelHelp),
        Form(name: "a request of CreateEndpoint", marks: ["EndpointName", "EndpointConfigName"], help: modelHelp),
        Form(name: "a request of CreateTransformJob", marks: ["TransformJobName"], help: modelHelp),
        Form(
            name: "a request of CreateTrainingJob", marks: [], oneOf: ["TrainingJobName", "AlgorithmSpecification"],
            help: "give the request that makes the model of its output"),
        Form(name: "a request of CreateProcessingJob", marks: ["ProcessingJobName"], help: generalHelp),
        Form(
            name: "a request of CreateModelPackageGroup", marks: ["ModelPackageGroupName"],
            oneOf: ["ModelPackageGroupDescription", "ModelPackageGroupArn", "ModelPackageGroupStatus"],
            help: "give a request of CreateModelPackage, which makes a version in it"),
        Form(
            name: "an answer of list-models", marks: ["Models"],
            help: "run 'aws sagemaker describe-model --model-name NAME'"),
        Form(
            name: "an answer of list-model-packages", marks: ["ModelPackageSummaryList"],
            help: "run 'aws sagemaker describe-model-package --model-package-name ARN'"),
    ]

    /// Files of models.
    private static let models: [Form] = [
        Form(
            name: "a model's config.json", marks: [], oneOf: ["architectures", "model_type", "_name_or_path"],
            help: "check the directory that it lies in with 'optml check'"),
        Form(
            name: "an index of weights", marks: ["weight_map"],
            help: "check the directory that it lies in with 'optml check'"),
    ]
}
