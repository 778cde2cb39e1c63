import ModelArtifacts

/// What the endpoint configurations of a plan or a state of Terraform say of the models beside them.
///
/// Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_endpoint_configuration
struct TerraformEndpoints {
    /// Models that one name may mean, so far as it is of interest how many there are.
    private struct Candidates {
        private(set) var first: ByteString?
        private(set) var count = 0

        /// The address of the only one; nil if there is none, or several.
        var only: ByteString? { count == 1 ? first : nil }

        mutating func add(_ address: ByteString) {
            first = first ?? address
            count += 1
        }
    }

    /// The arguments with the names of models, by the types of those.
    static let names: [ByteString: ByteString] = ["aws_sagemaker_model": "name", "awscc_sagemaker_model": "model_name"]

    /// By the addresses of models.
    private var deployments: [ByteString: ModelDeployment] = [:]
    /// All variants, with the names of the API.
    private(set) var variants: [RequestValue] = []

    /// The models with a name, in each module and in all, and those that a resource of a configuration makes.
    private var named: [[ByteString]: Candidates] = [:]
    private var namedAnywhere: [ByteString: Candidates] = [:]
    private var made: [[ByteString]: Candidates] = [:]

    /// - Parameters:
    ///   - resources: all resources of the document.
    ///   - references: what the configuration of the plan tells.
    init(_ resources: [TerraformForm.Resource], _ references: TerraformReferences) {
        for model in resources where Self.names[model.type] != nil {
            let address = TerraformAddress(model.address)
            // Of several instances, the one with the key of the endpoint configuration is meant.
            for key in ["", address.key] as Set<ByteString> {
                made[address.modules + [address.resource, key], default: Candidates()].add(model.address)
                made[[address.module, address.resource, key], default: Candidates()].add(model.address)
            }
            guard let name = Self.names[model.type].flatMap({ RequestValue(model.values)[$0]?.text }) else { continue }
            named[[address.module, name], default: Candidates()].add(model.address)
            namedAnywhere[name, default: Candidates()].add(model.address)
        }
        for configuration in resources where configuration.type == "aws_sagemaker_endpoint_configuration" {
            add(configuration, references)
        }
    }

    private mutating func add(_ configuration: TerraformForm.Resource, _ references: TerraformReferences) {
        let address = TerraformAddress(configuration.address)
        let root = RequestValue(configuration.values, path: configuration.address.description)
        for list in ["production_variants", "shadow_production_variants"] as [ByteString] {
            let unknown = configuration.unknown.flatMap { RequestValue($0)[list] }?.elements ?? []
            for (index, variant) in (root[list]?.elements ?? []).enumerated() {
                let adapted = RequestValue(
                    TerraformValues(isWhole: true).adapted(
                        variant.node, unknown.dropFirst(index).first?.node, to: ServiceModel.productionVariant,
                        path: variant.path))
                variants.append(adapted)
                let meant =
                    model(references.model(of: address, list, index), for: address)
                    ?? variant["model_name"]?.text.flatMap { model(named: $0, for: address) }
                guard let meant else { continue }
                let isServerless = !(variant["serverless_config"]?.elements.isEmpty ?? true)
                deployments[meant, default: ModelDeployment()].add(adapted, isServerless: isServerless)
            }
        }
    }

    /// The model that the configuration refers to, if it is one: in the same instance of the module, or the only one.
    private func model(_ reference: (modules: [ByteString], resource: ByteString)?, for address: TerraformAddress)
        -> ByteString?
    {
        guard let (modules, resource) = reference else { return nil }
        let here: ByteString? =
            modules == address.modules
            ? made[[address.module, resource, address.key]]?.only ?? made[[address.module, resource, ""]]?.only : nil
        return here ?? made[modules + [resource, ""]]?.only
    }

    /// The model of a name: the one in the same module, else the only one anywhere.
    private func model(named name: ByteString, for address: TerraformAddress) -> ByteString? {
        if let here = named[[address.module, name]] { return here.only }
        return namedAnywhere[name]?.only
    }

    /// What is said of the model of an address.
    func deployment(of address: ByteString) -> ModelDeployment { deployments[address] ?? ModelDeployment() }
}
