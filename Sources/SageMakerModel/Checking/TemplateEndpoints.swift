import ModelArtifacts

/// What the endpoint configurations of a template say of the models beside them.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html
struct TemplateEndpoints {
    /// The models of serverless variants: by the name of their resource, or by the name that the variant gives.
    private var serverless: Set<ByteString> = []

    init(_ resources: [RequestValue]) {
        for resource in resources where resource["Type"]?.isText("AWS::SageMaker::EndpointConfig") ?? false {
            for variant in resource["Properties"]?["ProductionVariants"]?.elements ?? [] {
                guard variant["ServerlessConfig"]?.isObject ?? false, let model = variant["ModelName"],
                    let name = Self.model(named: model)
                else { continue }
                serverless.insert(name)
            }
        }
    }

    /// What a model is deployed as; nil if no endpoint configuration says it.
    func deployment(of resource: ByteString, named name: ByteString?) -> Deployment? {
        let isServerless = serverless.contains(resource) || name.map(serverless.contains) ?? false
        return isServerless ? .serverless : nil
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
