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
        if let image { container.append(.init("Image", try text(image, "--image"))) }
        container += data
        let environment = try env.map { try pair($0, "--env") }
        if !environment.isEmpty {
            container.append(.init("Environment", .object(environment.map { .init($0, .string($1)) })))
        }
        var specification: [JSONValue.Member] = [.init("Containers", .array([.object(container)]))]
        for (name, types) in [("SupportedContentTypes", contentType), ("SupportedResponseMIMETypes", responseType)]
        where !types.isEmpty {
            specification.append(
                .init(name, .array(try types.map { try text($0, "--content-type, --response-type") })))
        }
        var members: [JSONValue.Member] = []
        let texts = [
            ("ModelPackageName", modelPackageName, "--model-package-name"),
            ("ModelPackageGroupName", modelPackageGroupName, "--model-package-group-name"),
            ("ModelPackageDescription", description, "--description"),
        ]
        for (name, value, option) in texts {
            if let value { members.append(.init(name, try text(value, option))) }
        }
        members.append(.init("InferenceSpecification", .object(specification)))
        if let approvalStatus {
            members.append(.init("ModelApprovalStatus", try text(approvalStatus, "--approval-status")))
        }
        let tags = try tag.map { try pair($0, "--tag") }.map { key, value in
            JSONValue.object([.init("Key", .string(key)), .init("Value", .string(value))])
        }
        if !tags.isEmpty { members.append(.init("Tags", .array(tags))) }
        return .object(members)
    }

    private func pair(_ argument: ByteArgument, _ option: String) throws -> (String, String) {
        let bytes = argument.value.bytes
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > bytes.startIndex,
            let name = ByteString(Array(bytes[..<equals])).string,
            let value = ByteString(Array(bytes[(equals + 1)...])).string
        else { throw ValidationError("\(option) takes NAME=VALUE in UTF-8, not '\(argument.value)'.") }
        return (name, value)
    }

    private func text(_ argument: ByteArgument, _ option: String) throws -> JSONValue {
        guard let text = argument.value.string else {
            throw ValidationError("\(option): '\(argument.value)' is not UTF-8, which a request has to be.")
        }
        return .string(text)
    }
}
