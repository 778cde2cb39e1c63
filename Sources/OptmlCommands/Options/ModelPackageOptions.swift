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
        _ = try request(container: [])
    }

    /// The request around its one container, whose model data is given.
    func request(container data: [JSONValue.Member]) throws -> JSONValue {
        var container: [JSONValue.Member] = []
        if let image { container.append(.init("Image", .string(try image.text(of: "--image")))) }
        container += data
        let environment = try TextPairs.pairs(env, "--env")
        if !environment.isEmpty {
            container.append(.init("Environment", .object(environment.map { .init($0, .string($1)) })))
        }
        var specification: [JSONValue.Member] = [.init("Containers", .array([.object(container)]))]
        for (name, types) in [("SupportedContentTypes", contentType), ("SupportedResponseMIMETypes", responseType)]
        where !types.isEmpty {
            specification.append(
                .init(name, .array(try types.map { .string(try $0.text(of: "--content-type, --response-type")) })))
        }
        var members: [JSONValue.Member] = []
        let texts = [
            ("ModelPackageName", modelPackageName, "--model-package-name"),
            ("ModelPackageGroupName", modelPackageGroupName, "--model-package-group-name"),
            ("ModelPackageDescription", description, "--description"),
        ]
        for (name, value, option) in texts {
            if let value { members.append(.init(name, .string(try value.text(of: option)))) }
        }
        members.append(.init("InferenceSpecification", .object(specification)))
        if let approvalStatus {
            members.append(.init("ModelApprovalStatus", .string(try approvalStatus.text(of: "--approval-status"))))
        }
        let tags = try TextPairs.pairs(tag, "--tag").map { key, value in
            JSONValue.object([.init("Key", .string(key)), .init("Value", .string(value))])
        }
        if !tags.isEmpty { members.append(.init("Tags", .array(tags))) }
        return .object(members)
    }
}
