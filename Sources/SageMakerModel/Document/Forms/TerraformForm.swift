import ModelArtifacts

/// What `terraform show -json` prints of a plan or of a state.
///
/// Source: https://developer.hashicorp.com/terraform/internals/json-format
enum TerraformForm: RequestForm {
    static let kind = RequestKind.terraform

    /// What every such document has.
    private static let marks: Set<ByteString> = ["format_version", "terraform_version"]

    /// A resource with its values.
    struct Resource {
        /// Its address, as `module.llm.aws_sagemaker_model.this["a"]`.
        let address: ByteString
        let type: ByteString
        let values: JSONNode
        /// What is only known after it is applied; nil where the document does not tell it.
        let unknown: JSONNode?
    }

    static func requests(in document: RequestValue) -> FoundRequests? {
        guard document["terraform_version"]?.text != nil || document["format_version"]?.text != nil else { return nil }
        let resources: [Resource]
        if let changes = document["resource_changes"] {
            resources = changes.elements.compactMap(changed)
        } else if let values = document["planned_values"] ?? document["values"], values.isObject {
            resources = values["root_module"].map(planned) ?? []
        } else if document.members.allSatisfy({ Self.marks.contains($0.member.name) }) {
            // An empty state.
            resources = []
        } else {
            return nil
        }
        // A plan without its changes leaves out what is not known yet.
        let isWhole = document["planned_values"] == nil || document["resource_changes"] != nil
        let region = Self.region(in: document)
        let endpoints = TerraformEndpoints(resources, TerraformReferences(document))
        var roots = resources.compactMap { resource -> RequestRoot? in
            guard let (operation, provider, structure) = Self.operation(of: resource) else { return nil }
            let values = TerraformValues(of: provider, isWhole: isWhole)
            let root = RequestValue(
                values.adapted(resource.values, resource.unknown, to: structure, path: resource.address.description))
            var request = RequestRoot(
                root, of: operation, as: structure, endpoints: endpoints.deployment(of: resource.address))
            if provider == .aws { request.region = RequestValue(resource.values)["region"]?.text ?? region }
            return request
        }
        if !roots.isEmpty { roots[0].productionVariants = endpoints.variants }
        return resources.reduce(FoundRequests(roots: roots)) { $0 + definition(in: $1) }
    }

    /// The region of the only configuration of the provider `hashicorp/aws`, a constant or the value of a variable; nil if there are
    /// several, or it is made of something else. From version 6 on a resource may have another.
    ///
    /// Source: https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation
    private static func region(in document: RequestValue) -> ByteString? {
        let providers = (document["configuration"]?["provider_config"]?.members ?? []).filter {
            $0.value["full_name"]?.text?.hasSuffix("/hashicorp/aws") ?? false
        }
        guard providers.count == 1, providers[0].member.name == "aws",
            let expression = providers[0].value["expressions"]?["region"]
        else { return nil }
        let references = (expression["references"]?.elements ?? []).compactMap(\.text)
        guard references.count == 1, references[0].hasPrefix("var.") else { return expression["constant_value"]?.text }
        let name = ByteString(Array(references[0].bytes.dropFirst("var.".utf8.count)))
        return document["variables"]?[name]?["value"]?.text
    }

    /// The operation that a resource is for, with what the resource has fields for; nil if it is none of those that are known.
    private static func operation(of resource: Resource) -> (Operation, TerraformProvider, Structure)? {
        for operation in Operation.all {
            if let (provider, structure) = TerraformProvider.resource(resource.type, of: operation) {
                return (operation, provider, structure)
            }
        }
        return nil
    }

    /// The arguments that hold the definition of a workflow as text, by the type of the resource.
    ///
    /// Sources: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine,
    /// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_pipeline
    private static let definitions: [ByteString: (argument: ByteString, form: any RequestForm.Type)] = [
        "aws_sfn_state_machine": ("definition", StateMachineForm.self),
        "aws_sagemaker_pipeline": ("pipeline_definition", PipelineForm.self),
    ]

    /// The requests in the steps of a workflow that a resource defines.
    private static func definition(in resource: Resource) -> FoundRequests {
        guard let (argument, form) = definitions[resource.type] else { return FoundRequests() }
        let values = RequestValue(resource.values, path: resource.address.description)
        return form.requests(inText: EmbeddedJSON.document(in: values[argument]))
    }

    /// A resource that there will be after a plan; nil for one that will be gone, and for data that is only read.
    private static func changed(_ change: RequestValue) -> Resource? {
        guard let address = change["address"]?.text, let type = change["type"]?.text,
            change["mode"]?.isText("managed") ?? true, let after = change["change"]?["after"], after.isObject
        else { return nil }
        return Resource(
            address: address, type: type, values: after.node, unknown: change["change"]?["after_unknown"]?.node)
    }

    /// The address of the first model that a plan takes away; nil for none.
    static func deletedModel(in document: RequestValue) -> ByteString? {
        (document["resource_changes"]?.elements ?? []).lazy.compactMap { change -> ByteString? in
            guard let type = change["type"]?.text, TerraformEndpoints.names[type] != nil,
                change["change"]?["actions"]?.elements.map(\.text) == ["delete"]
            else { return nil }
            return change["address"]?.text
        }.first
    }

    /// The resources of a module and of those in it.
    private static func planned(_ module: RequestValue) -> [Resource] {
        let own = (module["resources"]?.elements ?? []).compactMap { resource -> Resource? in
            guard let address = resource["address"]?.text, let type = resource["type"]?.text,
                resource["mode"]?.isText("managed") ?? true, let values = resource["values"], values.isObject
            else { return nil }
            return Resource(address: address, type: type, values: values.node, unknown: nil)
        }
        return own + (module["child_modules"]?.elements ?? []).flatMap(planned)
    }
}
