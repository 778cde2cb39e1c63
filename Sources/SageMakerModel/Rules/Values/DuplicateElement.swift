import ModelArtifacts

/// Finds an element that stands in a list twice where each has to be another one.
enum DuplicateElement {
    static let rule = Rule(
        "request-duplicate-element", .error, "two equal elements in a list that takes each only once",
        explanation: """
            The schema of `AWS::SageMaker::ModelPackage` in the CloudFormation registry says of the containers of its inference \
            specification that they are unique. CloudFormation refuses a resource with two equal ones before anything is made. \
            The API itself does not ask for it.
            """,
        remedy: "leave one of them out, or correct the one that was copied",
        example: Rule.Example(
            bad: #"{"Containers": [{"Image": "image:1"}, {"Image": "image:1"}]}"#,
            good: #"{"Containers": [{"Image": "image:1"}, {"Image": "image:2"}]}"#),
        source:
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-sagemaker-modelpackage-inferencespecification.html"
    )

    /// Reports the second of two equal elements of a list of model packages in CloudFormation. Of what is not known as a whole,
    /// nobody knows whether it is the same.
    static func check(_ specification: RequestValue, _ context: RequestContext) {
        guard context.kind == .cloudFormation else { return }
        var first: [JSONValue: Int] = [:]
        for (index, element) in (specification["Containers"]?.elements ?? []).enumerated() where element.node.isKnown {
            let value = element.node.value
            guard let earlier = first[value] else {
                first[value] = index
                continue
            }
            context.report(rule, "the element \(earlier) of the list is the same", at: element)
        }
    }
}

extension JSONNode {
    /// Whether all of a value is known.
    var isKnown: Bool {
        switch content {
        case .unknown: false
        case .array(let elements): elements.allSatisfy(\.isKnown)
        case .object(let members): !traits.contains(.mayHaveMore) && members.allSatisfy(\.value.isKnown)
        default: !traits.contains(.mayBeAbsent)
        }
    }
}
