import ModelArtifacts

/// Applies to the environments of a request what the containers of AWS decide by them alone, whatever the model is.
struct EnvironmentChecker {
    /// The framework that the user names; nil to go by the images.
    let framework: Framework?
    let context: RequestContext

    /// Checks a container.
    ///
    /// - Parameter isWhole: whether it is a part of a whole request, and nothing is put into it elsewhere.
    func check(_ container: RequestValue, isWhole: Bool) {
        let requested = RequestedContainer(container)
        guard let hasModelData = requested.hasModelData, requested.hasWholeEnvironment else { return }
        // Whoever makes a model of a package may set more variables.
        let isFinal = isWhole && !context.operation.isOfPackage
        let described = requested.container(framework)
        for found in described.environmentFaults(hasModelData: hasModelData) {
            let isMissing = container["Environment"]?[ByteString(found.variable)] == nil
            guard isFinal || !isMissing else { continue }
            // An image that was made of one of AWS, and bears its name, may set it.
            report(found.fault, at: found.variable, of: container, mayBeSet: isMissing && !requested.isImageOfAWS)
        }
    }

    private func report(
        _ fault: ContainerFault, at variable: String, of container: RequestValue, mayBeSet: Bool
    ) {
        guard let rule = RuleCatalog.rules.first(where: { $0.id == fault.kind.rawValue }) else { return }
        var finding = fault.finding(of: rule)
        if mayBeSet { finding.severity = max(finding.severity, .warning) }
        let environment = container["Environment"]
        context.report(finding, at: environment?[ByteString(variable)] ?? environment ?? container)
    }
}

extension Operation {
    /// Whether its request is about a package, of which models are made later.
    var isOfPackage: Bool { name.hasSuffix("ModelPackage") }
}
