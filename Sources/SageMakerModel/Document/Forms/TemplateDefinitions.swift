import ModelArtifacts

/// The workflows that a template of CloudFormation defines, whose steps make models: state machines of Step Functions and
/// pipelines of SageMaker, and the calls that custom resources of the CDK make. Their definitions stand there as text or as objects.
///
/// Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html,
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-pipeline.html,
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
struct TemplateDefinitions {
    /// A type of resource that holds a definition.
    private struct Resource {
        let type: ByteString
        /// The properties that hold it, each as the names that lead to it.
        let properties: [[ByteString]]
        let form: any RequestForm.Type
        /// Whether the properties of such a resource may be anything else, which then is not looked at.
        var mayHoldOthers = false
    }

    /// A custom resource may be called anything; only what it holds tells that it makes a call.
    private static let customResource = Resource(
        type: "Custom::", properties: [["Create"], ["Update"]], form: SDKCallForm.self, mayHoldOthers: true)

    private static let resources = [
        Resource(
            type: "AWS::StepFunctions::StateMachine", properties: [["Definition"], ["DefinitionString"]],
            form: StateMachineForm.self),
        Resource(type: "AWS::Serverless::StateMachine", properties: [["Definition"]], form: StateMachineForm.self),
        Resource(
            type: "AWS::SageMaker::Pipeline",
            properties: [["PipelineDefinition"], ["PipelineDefinition", "PipelineDefinitionBody"]],
            form: PipelineForm.self),
    ]

    /// The longest definition that either service takes, in bytes.
    ///
    /// Sources: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html ("Maximum request size", 1 MB),
    /// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePipeline.html (1,048,576 characters)
    private static let longestDefinition = 1 << 20

    private let functions: CloudFormationFunctions
    private let mostVariants: Int
    /// How many bytes of definitions are looked at yet: all variants of all of them take no longer than one large document.
    private var room = Int(JSONNodeReader.longestDocument)

    init(_ functions: CloudFormationFunctions, mostVariants: Int) {
        self.functions = functions
        self.mostVariants = mostVariants
    }

    /// Whether a resource is of a type that holds a definition.
    static func isDefinition(_ resource: RequestValue) -> Bool {
        resource["Type"]?.text.flatMap(known) != nil
    }

    private static func known(_ type: ByteString) -> Resource? {
        let isCustom = type.hasPrefix(customResource.type) || type == "AWS::CloudFormation::CustomResource"
        if isCustom { return customResource }
        return resources.first { $0.type == type }
    }

    /// The requests in the definition of a resource; none if it is of another type, or its definition lies elsewhere.
    mutating func requests(in resource: RequestValue) -> FoundRequests {
        guard let type = resource["Type"]?.text, let known = Self.known(type),
            let properties = resource["Properties"]
        else { return FoundRequests() }
        let condition = resource["Condition"]?.text
        let variants = CloudFormationConditions.variants(
            of: properties.node, under: condition.map { [$0: true] } ?? [:], most: mostVariants)
        var texts: Set<KnownText> = []
        var found = FoundRequests()
        for variant in variants {
            let properties = RequestValue(variant.node, path: properties.path)
            let substitutions = self.substitutions(in: properties)
            for names in known.properties {
                let value = names.reduce(Optional(properties)) { $0?[$1] }
                guard let value else { continue }
                found += requests(in: value, substitutions, known, &texts)
            }
        }
        found.roots = RequestRoot.joining(found.roots)
        return found
    }

    /// What is known of the values that are put in the place of `${Name}` in a definition.
    private func substitutions(in properties: RequestValue) -> [ByteString: KnownText] {
        let pairs = (properties["DefinitionSubstitutions"]?.members ?? []).map { member, value in
            (member.name, functions.pieces(of: value.node))
        }
        return Dictionary(pairs) { $1 }
    }

    private mutating func requests(
        in value: RequestValue, _ substitutions: [ByteString: KnownText], _ resource: Resource,
        _ texts: inout Set<KnownText>
    ) -> FoundRequests {
        guard room > 0 else { return FoundRequests() }
        let evaluated = functions.evaluated(value.node, longestText: Self.longestDefinition)
        let text: KnownText
        switch evaluated.content {
        case .string(let whole): text = substituted(KnownText([whole]), substitutions)
        case .unknown(let known): text = substituted(known, substitutions)
        case .object:
            let node = substitutions.isEmpty ? evaluated : substituted(evaluated, substitutions)
            return resource.form.requests(inside: RequestValue(node, path: value.path))
        default: return FoundRequests()
        }
        guard text.size <= room, texts.insert(text).inserted else { return FoundRequests() }
        room -= text.size
        let document = EmbeddedJSON.document(text, of: value)
        if resource.mayHoldOthers {
            guard let inner = document?.value, resource.form.requests(in: inner) != nil else { return FoundRequests() }
        }
        return resource.form.requests(inText: document)
    }

    private func substituted(_ text: KnownText, _ values: [ByteString: KnownText]) -> KnownText {
        guard !values.isEmpty else { return text }
        var size = 0
        return text.pieces.reduce(into: KnownText([])) { all, piece in
            // What is too long for the service is not made longer.
            guard let piece, size <= Self.longestDefinition else { return all.append(nil as ByteString?) }
            let whole = CloudFormationFunctions.substituted(piece, values, longestText: Self.longestDefinition)
            size += whole.size
            all.append(whole)
        }
    }

    /// An object with the values put into all its texts.
    private mutating func substituted(_ node: JSONNode, _ values: [ByteString: KnownText]) -> JSONNode {
        var copy = node
        switch node.content {
        case .object(let members):
            var known: [JSONNode.Member] = []
            for member in members {
                known.append(
                    JSONNode.Member(name: member.name, place: member.place, value: substituted(member.value, values)))
            }
            copy.content = .object(known)
        case .array(let elements):
            var known: [JSONNode] = []
            for element in elements { known.append(substituted(element, values)) }
            copy.content = .array(known)
        case .string(let text):
            guard ByteSearch.first("${", in: text.bytes[...]) != nil else { return node }
            let whole = room > 0 ? substituted(KnownText([text]), values) : .nothing
            room -= whole.size
            copy.content = whole.content
        case .unknown(let text):
            guard text.known.contains(where: { ByteSearch.first("${", in: $0.bytes[...]) != nil }) else { return node }
            let whole = room > 0 ? substituted(text, values) : .nothing
            room -= whole.size
            copy.content = whole.content
        default: break
        }
        return copy
    }
}
