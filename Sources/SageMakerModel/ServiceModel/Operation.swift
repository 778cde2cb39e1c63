package import ModelArtifacts

/// An operation of SageMaker that takes model data: what its request holds, and what other programs call it.
package struct Operation: Sendable {
    /// A resource of a tool that makes the request.
    package struct Resource: Sendable {
        /// The type, as `AWS::SageMaker::Model` or `aws_sagemaker_model`.
        package let type: ByteString
        /// What it has fields for, by the API's names.
        package let structure: Structure
    }

    /// The name, as `CreateModel`.
    package let name: String
    /// The request.
    package let structure: Structure
    /// The resource of CloudFormation.
    package let cloudFormation: Resource?
    /// The resource of Terraform's provider.
    package let terraform: Resource?
    /// The kind of the object of AWS Controllers for Kubernetes, and what its `spec` has fields for.
    package let kubernetes: Resource?
    /// The type of the step of SageMaker Pipelines whose arguments the request is.
    let pipelineStep: ByteString?
    /// Members that such a step fills in by itself.
    let filledByPipelines: Set<String>

    /// The rules that look at several members at once, and hold for this request.
    let checks: [any ModelCheck.Type]

    /// `CreateModel`
    package static let createModel = Operation(
        name: "CreateModel", structure: ServiceModel.request,
        cloudFormation: Resource(type: "AWS::SageMaker::Model", structure: ServiceModel.cloudFormation),
        terraform: Resource(type: "aws_sagemaker_model", structure: ServiceModel.terraform),
        kubernetes: Resource(type: "Model", structure: ServiceModel.kubernetesModel), pipelineStep: "Model",
        filledByPipelines: ["CreateModelInput.ModelName"],
        checks: RequestRules.modelChecks)

    /// `CreateModelPackage`
    package static let createModelPackage = Operation(
        name: "CreateModelPackage", structure: ServiceModel.modelPackage,
        cloudFormation: Resource(
            type: "AWS::SageMaker::ModelPackage", structure: ServiceModel.cloudFormationModelPackage),
        terraform: nil,
        kubernetes: Resource(type: "ModelPackage", structure: ServiceModel.kubernetesModelPackage),
        pipelineStep: "RegisterModel", filledByPipelines: [],
        checks: RequestRules.containerChecks
            + [
                PackageWithoutName.self, PackageBothNames.self, PackageCertified.self, PackageTags.self,
                PackageSourceURI.self, PackageAdditionalSource.self, UnversionedPackage.self,
            ])

    /// `UpdateModelPackage`
    static let updateModelPackage = Operation(
        name: "UpdateModelPackage", structure: ServiceModel.updateModelPackageInput, cloudFormation: nil,
        terraform: nil, kubernetes: nil, pipelineStep: nil, filledByPipelines: [],
        checks: RequestRules.containerChecks + [PackageSourceURI.self])

    /// `CreateInferenceComponent`
    static let createInferenceComponent = Operation(
        name: "CreateInferenceComponent", structure: ServiceModel.inferenceComponent,
        cloudFormation: Resource(
            type: "AWS::SageMaker::InferenceComponent", structure: ServiceModel.cloudFormationInferenceComponent),
        terraform: Resource(
            type: "aws_sagemaker_inference_component", structure: ServiceModel.createInferenceComponentInput),
        kubernetes: Resource(
            type: "InferenceComponent", structure: ServiceModel.kubernetesInferenceComponent),
        pipelineStep: nil, filledByPipelines: [],
        checks: RequestRules.containerChecks + [ComponentWithoutSpecification.self])

    /// All of them; of those whose requests have the same members, the one that is more likely meant comes first.
    package static let all: [Operation] = [
        createModel, updateModelPackage, createModelPackage, createInferenceComponent,
    ]

    /// The operation whose request, or an answer with it, has most of some names, and how many; of several the one that is more
    /// likely meant. An update names the package that it is of, or what only an update has.
    static func told(by names: [ByteString]) -> (operation: Operation, score: Int) {
        var best = (operation: createModel, score: 0)
        for operation in all where operation.name != updateModelPackage.name {
            let score = operation.structure.score(names)
            if score > best.score { best = (operation, score) }
        }
        let score = updateModelPackage.structure.score(names)
        let namesPackage = names.contains { $0.folded == "modelpackagearn" }
        let isUpdate = score > best.score || (namesPackage && score == best.score)
        return isUpdate ? (operation: updateModelPackage, score: score) : best
    }

    /// The name of the operation that answers with such a request: `DescribeModel`.
    var describing: String { "Describe" + name.dropFirst("Create".count) }

    /// The name with a small letter in front, as Step Functions has it: `createModel`.
    var integrationName: ByteString { ByteString(name.prefix(1).lowercased() + name.dropFirst()) }

    /// The arguments of the step of SageMaker Pipelines.
    var pipelineStructure: Structure { structure.reduced(lacking: [], optional: filledByPipelines) }
}
