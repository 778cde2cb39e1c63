import ModelArtifacts

/// Tells which resource an argument of another one refers to, from the configuration that is part of a plan.
///
/// Source: https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation
struct TerraformReferences {
    /// How often a reference is followed into a module or out of one.
    private static let mostSteps = 16

    /// A module of the configuration: its resources by their addresses in it, and the modules that it calls.
    private final class Module {
        let resources: [ByteString: RequestValue]
        let calls: [ByteString: (call: RequestValue, module: Module)]
        let outputs: RequestValue?

        init(_ value: RequestValue) {
            var resources: [ByteString: RequestValue] = [:]
            for resource in value["resources"]?.elements ?? [] {
                if let address = resource["address"]?.text { resources[address] = resource }
            }
            self.resources = resources
            var calls: [ByteString: (call: RequestValue, module: Module)] = [:]
            for (member, call) in value["module_calls"]?.members ?? [] {
                if let module = call["module"] { calls[member.name] = (call, Module(module)) }
            }
            self.calls = calls
            outputs = value["outputs"]
        }
    }

    private let root: Module?

    /// - Parameter document: the plan.
    init(_ document: RequestValue) {
        root = document["configuration"]?["root_module"].map { Module($0) }
    }

    /// The names of the modules, and the resource in the last of them, that a block of an endpoint configuration takes its model
    /// from; nil if the plan does not tell.
    ///
    /// - Parameters:
    ///   - address: of the endpoint configuration.
    ///   - list: the argument with its variants.
    ///   - index: which of them it is.
    func model(
        of address: TerraformAddress, _ list: ByteString, _ index: Int
    ) -> (modules: [ByteString], resource: ByteString)? {
        var path: [Module] = []
        guard var module = root else { return nil }
        for name in address.modules {
            guard let next = module.calls[name]?.module else { return nil }
            path.append(module)
            module = next
        }
        guard case .array(let blocks)? = module.resources[address.resource]?["expressions"]?[list]?.node.content,
            blocks.indices.contains(index), let expression = RequestValue(blocks[index])["model_name"]
        else { return nil }
        return follow(expression, path + [module], address.modules, steps: 0)
    }

    private func follow(
        _ expression: RequestValue, _ path: [Module], _ names: [ByteString], steps: Int
    ) -> (modules: [ByteString], resource: ByteString)? {
        guard steps < Self.mostSteps, let module = path.last else { return nil }
        for reference in (expression["references"]?.elements ?? []).compactMap(\.text) {
            let parts = Self.parts(of: reference)
            guard parts.count > 1 else { continue }
            if TerraformEndpoints.names[parts[0]] != nil { return (names, parts[0] + "." + parts[1]) }
            switch parts[0] {
            case "module" where parts.count > 2:
                guard let inner = module.calls[parts[1]]?.module, let output = inner.outputs?[parts[2]]?["expression"]
                else { continue }
                return follow(output, path + [inner], names + [parts[1]], steps: steps + 1)
            case "var" where path.count > 1:
                guard let name = names.last, let call = path[path.count - 2].calls[name]?.call,
                    let argument = call["expressions"]?[parts[1]]
                else { continue }
                return follow(argument, Array(path.dropLast()), Array(names.dropLast()), steps: steps + 1)
            default: continue
            }
        }
        return nil
    }

    /// The names between dots, without keys: `module`, `llm`, `name` of `module.llm["a.b"].name`.
    private static func parts(of reference: ByteString) -> [ByteString] {
        var parts: [ByteString] = []
        var rest = reference.bytes[...]
        while !rest.isEmpty {
            let name = rest.prefix { !".[".utf8.contains($0) }
            parts.append(ByteString(Array(name)))
            rest = rest[name.endIndex...]
            while rest.first == UInt8(ascii: "[") {
                if TerraformAddress.takeKey(&rest).isEmpty { return parts }
            }
            rest = rest.dropFirst()
        }
        return parts
    }
}
