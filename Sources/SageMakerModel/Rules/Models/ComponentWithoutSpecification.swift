import ModelArtifacts

/// Finds an inference component of CloudFormation that has nothing to run.
enum ComponentWithoutSpecification: ModelCheck {
    /// The schema of the resource requires one of two members; it is said as it is of one that is required alone.
    static let rule = MissingMember.rule

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        guard context.kind == .cloudFormation, let component = model.otherRequest, component.isObject else { return }
        if component.given("Specification") != nil, let other = component.given("Specifications") {
            context.report(
                UnknownMember.rule,
                "'Specifications' stands beside 'Specification', and the resource takes one of the two",
                at: other, help: "leave one of them out")
        }
        guard component["Specification"] == nil, component["Specifications"] == nil else { return }
        let isMisspelled = component.members.contains { member, _ in
            UnknownMember.intended(member.name, in: ServiceModel.cloudFormationInferenceComponent)?
                .hasPrefix("Specification") ?? false
        }
        if isMisspelled { return }
        context.report(
            rule, "'Specification' is missing here, and 'Specifications' too",
            at: component.memberPath("Specification"), component.node.place,
            help: "add \"Specification\", an object, or \"Specifications\", an array of them")
    }
}
