import ArgumentParser
import ModelArtifacts
import SageMakerModel

/// What a request of `CreateModelPackage` holds besides the model data.
struct ModelPackageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The group that the package becomes a version of.", valueName: "name|arn"))
    var modelPackageGroupName: ByteArgument?

    @Option(help: ArgumentHelp("The name of the package, if it is in no group.", valueName: "name"))
    var modelPackageName: ByteArgument?

    @Option(help: ArgumentHelp("What the package is.", valueName: "text"))
    var description: ByteArgument?

    @Option(help: ArgumentHelp("The container's image.", valueName: "image"))
    var image: ByteArgument?

    @Option(help: ArgumentHelp("An environment variable of the container. Repeatable.", valueName: "name=value"))
    var env: [ByteArgument] = []

    @Option(help: ArgumentHelp("A MIME type that the model takes. Repeatable.", valueName: "type"))
    var contentType: [ByteArgument] = []

    @Option(help: ArgumentHelp("A MIME type that the model answers with. Repeatable.", valueName: "type"))
    var responseType: [ByteArgument] = []

    @Option(help: ArgumentHelp("Whether the package may be deployed: Approved, Rejected, …", valueName: "status"))
    var approvalStatus: ByteArgument?

    @Option(help: ArgumentHelp("A tag of the package. Repeatable.", valueName: "key=value"))
    var tag: [ByteArgument] = []

    init() {}

    func validate() throws {
        if modelPackageGroupName != nil, modelPackageName != nil {
            throw ValidationError(
                "A package has a --model-package-name, or is a version in a --model-package-group-name.")
        }
        _ = try request(container: ModelPackageContainerDefinition())
    }

    /// The request around its one container, which has its model data.
    func request(container: ModelPackageContainerDefinition) throws -> CreateModelPackageRequest {
        var container = container
        container.image = try text(image, "--image")
        for (name, value) in try TextPairs.pairs(env, "--env") {
            var environment = container.environment ?? [:]
            environment[name] = value
            container.environment = environment
        }
        var specification = InferenceSpecification(containers: [container])
        if !contentType.isEmpty {
            specification.supportedContentTypes = try contentType.map { try $0.text(of: "--content-type") }
        }
        if !responseType.isEmpty {
            specification.supportedResponseMIMETypes = try responseType.map { try $0.text(of: "--response-type") }
        }
        let tags = try TextPairs.pairs(tag, "--tag").map { Tag(key: $0, value: $1) }
        return CreateModelPackageRequest(
            modelPackageName: try text(modelPackageName, "--model-package-name"),
            modelPackageGroupName: try text(modelPackageGroupName, "--model-package-group-name"),
            modelPackageDescription: try text(description, "--description"), inferenceSpecification: specification,
            tags: tags.isEmpty ? nil : tags,
            modelApprovalStatus: try text(approvalStatus, "--approval-status").map(ModelApprovalStatus.init(rawValue:)))
    }

    private func text(_ argument: ByteArgument?, _ option: String) throws -> String? {
        try argument?.text(of: option)
    }
}
