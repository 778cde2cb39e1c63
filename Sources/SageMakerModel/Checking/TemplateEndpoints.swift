import ModelArtifacts

/// What the endpoint configurations of a template say of the models beside them.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html
struct TemplateEndpoints {
    /// What is said of a model.
    struct Endpoint {
        /// Whether a serverless variant is made of it.
        var isServerless = false
        /// The smallest volume of an instance that it is deployed on, in bytes; nil if none is named.
        var volumeSize: Int64?
        /// The variants, with the names of the API, as each condition of the template would have them.
        var variants: [RequestValue] = []
    }

    /// By the name of the model's resource, or the name that a variant gives.
    private var endpoints: [ByteString: Endpoint] = [:]

    init(_ resources: [RequestValue]) {
        for resource in resources where resource["Type"]?.isText("AWS::SageMaker::EndpointConfig") ?? false {
            for name in ["ProductionVariants", "ShadowProductionVariants"] as [ByteString] {
                for variant in resource["Properties"]?[name]?.elements ?? [] {
                    guard let model = variant["ModelName"], let name = Self.model(named: model) else { continue }
                    let variants = CloudFormationFunctions.variants(of: variant.node)
                    add(
                        name, isServerless: variant["ServerlessConfig"]?.isObject ?? false, variant["VolumeSizeInGB"],
                        variants.map { RequestValue($0, path: variant.path) })
                }
            }
        }
    }

    /// What Terraform's `aws_sagemaker_endpoint_configuration` resources say.
    init(terraform configurations: [TerraformForm.Resource]) {
        for configuration in configurations {
            let root = RequestValue(configuration.values, path: configuration.address.description)
            for name in ["production_variants", "shadow_production_variants"] as [ByteString] {
                let unknown = configuration.unknown.flatMap { RequestValue($0)[name] }?.elements ?? []
                for (index, variant) in (root[name]?.elements ?? []).enumerated() {
                    guard let model = variant["model_name"]?.text else { continue }
                    let value = TerraformValues(isWhole: true).adapted(
                        variant.node, unknown.dropFirst(index).first?.node, to: ServiceModel.productionVariant,
                        path: variant.path)
                    let isServerless = !(variant["serverless_config"]?.elements.isEmpty ?? true)
                    add(model, isServerless: isServerless, variant["volume_size_in_gb"], [RequestValue(value)])
                }
            }
        }
    }

    private mutating func add(
        _ name: ByteString, isServerless: Bool, _ volume: RequestValue?, _ variants: [RequestValue]
    ) {
        var endpoint = endpoints[name] ?? Endpoint()
        endpoint.isServerless = endpoint.isServerless || isServerless
        endpoint.variants += variants
        // The API takes up to 512.
        if case .number(let digits)? = volume?.node.content, let size = digits.string.flatMap(Int64.init),
            (1...512).contains(size)
        {
            endpoint.volumeSize = min(endpoint.volumeSize ?? .max, size << 30)
        }
        endpoints[name] = endpoint
    }

    /// What is said of a model, by its resource and its name; nil if nothing is.
    subscript(resource: ByteString, named name: ByteString?) -> Endpoint? {
        endpoints[resource] ?? name.flatMap { endpoints[$0] }
    }

    /// The resource, or the name, that a variant names: `{"Fn::GetAtt": ["Model", "ModelName"]}`, `{"Ref": "Model"}`,
    /// `{"Fn::Sub": "${Model.ModelName}"}`, or the name itself.
    private static func model(named value: RequestValue) -> ByteString? {
        if let text = value.text { return text }
        if let reference = value["Ref"]?.text { return reference }
        let attribute = value["Fn::GetAtt"]
        if let resource = attribute?.elements.first?.text { return resource }
        guard let text = attribute?.text ?? value["Fn::Sub"]?.text else { return nil }
        let name = text.bytes.filter { !"${}".utf8.contains($0) }
        return ByteString(Array(name.prefix { $0 != UInt8(ascii: ".") }))
    }
}
