import ModelArtifacts

/// What the endpoint configurations of a CloudFormation template say of the models beside them.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html
struct TemplateEndpoints {
    /// By the name of the model's resource.
    private var byResource: [ByteString: ModelDeployment] = [:]
    /// By what a variant gives as the model's name: the name itself, or an expression that makes it.
    private var byName: [JSONValue: ModelDeployment] = [:]
    /// All variants, with their functions evaluated, as each condition would have them.
    private(set) var variants: [RequestValue] = []

    init(_ resources: [TemplateResource], _ functions: CloudFormationFunctions, mostVariants: Int) {
        for resource in resources {
            add(resource.value, functions, mostVariants: mostVariants)
            // What those of a loop are is told by it; which models they are made of, by each.
            let told = variants.count
            for instance in resource.instances { add(instance.value, functions, mostVariants: mostVariants) }
            variants.removeLast(variants.count - told)
        }
    }

    private mutating func add(_ resource: RequestValue, _ functions: CloudFormationFunctions, mostVariants: Int) {
        guard resource["Type"]?.isText("AWS::SageMaker::EndpointConfig") ?? false,
            let properties = resource["Properties"]
        else { return }
        let condition = resource["Condition"]?.text
        let configurations = CloudFormationConditions.variants(
            of: properties.node, under: condition.map { [$0: true] } ?? [:], most: mostVariants)
        for (index, configuration) in configurations.enumerated() {
            add(configuration, at: properties.path, isWhatever: index == 0, functions)
        }
    }

    private mutating func add(
        _ configuration: CloudFormationConditions.Variant, at path: String, isWhatever: Bool,
        _ functions: CloudFormationFunctions
    ) {
        let root = RequestValue(configuration.node, path: path)
        for name in ["ProductionVariants", "ShadowProductionVariants"] as [ByteString] {
            for variant in root[name]?.elements ?? [] {
                let evaluated = RequestValue(functions.evaluated(variant.node), path: variant.path)
                variants.append(evaluated)
                let isServerless = evaluated.given("ServerlessConfig")?.isObject ?? false
                guard let model = variant["ModelName"] else { continue }
                if let resource = functions.resource(named: model) {
                    byResource[resource, default: ModelDeployment()].add(
                        evaluated, isServerless: isServerless, under: configuration.assumptions, isWhatever: isWhatever)
                }
                if let name = functions.name(model.node) {
                    byName[name, default: ModelDeployment()].add(
                        evaluated, isServerless: isServerless, under: configuration.assumptions, isWhatever: isWhatever)
                }
            }
        }
    }

    /// What is said of a model.
    ///
    /// - Parameters:
    ///   - resource: the name of its resource.
    ///   - name: its property `ModelName`, as it stands there; nil if it has none.
    func deployment(of resource: ByteString, named name: JSONNode?, _ functions: CloudFormationFunctions)
        -> ModelDeployment
    {
        var deployment = byResource[resource] ?? ModelDeployment()
        if let name, let key = functions.name(name), let named = byName[key] { deployment.join(named) }
        return deployment
    }
}

extension CloudFormationFunctions {
    /// The resource that a variant names: `{"Fn::GetAtt": ["Model", "ModelName"]}`, `{"Ref": "Model"}` or
    /// `{"Fn::Sub": "${Model.ModelName}"}`, where the name may be put together too, as in loops; nil if it names none.
    fileprivate func resource(named value: RequestValue) -> ByteString? {
        if let reference = value["Ref"] { return pieces(of: reference.node).text }
        let attribute = value["Fn::GetAtt"]
        if let resource = attribute?.elements.first { return pieces(of: resource.node).text }
        guard let text = attribute?.text ?? value["Fn::Sub"]?.text else { return nil }
        let name = text.bytes.filter { !"${}".utf8.contains($0) }
        return ByteString(Array(name.prefix { $0 != UInt8(ascii: ".") }))
    }

    /// What two values have in common that name the same thing: the text, where all of it is known, else the expression; nil where
    /// not even that stands there.
    fileprivate func name(_ node: JSONNode) -> JSONValue? {
        if case .string(let text) = evaluated(node).content { return JSONNode(.string(text)).value }
        switch node.content {
        case .unknown, .null: return nil
        default: return node.value
        }
    }
}
