import ModelArtifacts

/// Finds a template, plan or definition without a model.
enum NoModel {
    static let rule = Rule(
        "request-no-model", .error, "the document makes no model",
        explanation: """
            A template, a plan, a definition of a workflow or a record of calls was given, and nothing in it makes a model, \
            so that nothing could be checked. A gate that passes because it looked at the wrong file is worse than none. Of \
            several documents that are given at once, some may well make none: then it is a note, and so it is of a plan of \
            Terraform that takes models away. A resource whose type is nearly that of a model makes none either, and CloudFormation \
            refuses its template. In \
            CloudFormation a model is a resource of the type `AWS::SageMaker::Model`, in Terraform an `aws_sagemaker_model`.
            """,
        remedy: "give the document that makes the model",
        example: Rule.Example(
            bad: #"{"Resources": {"Bucket": {"Type": "AWS::S3::Bucket"}}}"#,
            good: #"{"Resources": {"Model": {"Type": "AWS::SageMaker::Model", "Properties": {"…": "…"}}}}"#),
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-model.html")

    /// - Parameter isOneOfSeveral: whether there are more documents: then it is only worth a note.
    static func report(_ document: RequestValue, isOneOfSeveral: Bool, _ context: RequestContext) {
        let place = context.kind == .cloudFormation ? document["Resources"] ?? document : document
        let what =
            context.kind == .cloudFormation
            ? none(of: place.members.count, context.kind.requestName)
            : "the \(context.kind.description) has nothing that is \(context.kind.requestName)"
        let deleted = context.kind == .terraform ? TerraformForm.deletedModel(in: document) : nil
        var finding = Finding(
            rule, deleted.map { "the plan takes '\(ValueText.shortened($0))' away and makes no model" } ?? what)
        if isOneOfSeveral || deleted != nil { finding.severity = .note }
        if let (written, meant) = place.members.lazy.compactMap({ misspelled(typeOf: $0.value) }).first {
            finding.help = "did you mean \(meant) by '\(ValueText.shortened(written.text ?? ""))'?"
        }
        context.report(finding, at: place)
    }

    /// Finds resources of CloudFormation that were meant to be models too, beside one that is.
    static func check(resourcesOf document: RequestValue, _ context: RequestContext) {
        for (_, resource) in document["Resources"]?.members ?? [] {
            guard let (written, meant) = misspelled(typeOf: resource) else { continue }
            context.report(
                rule,
                "nothing of type '\(ValueText.shortened(written.text ?? ""))' is known, and the resource makes no model",
                at: written, help: "did you mean \(meant)?")
        }
    }

    /// The type of a resource of CloudFormation that is nearly one of those that make requests, and that one.
    private static func misspelled(typeOf resource: RequestValue) -> (written: RequestValue, meant: ByteString)? {
        guard let type = resource["Type"], let text = type.text, text.folded.hasPrefix("aws::sagemaker::"),
            let meant = Spelling.nearest(
                to: text, among: Operation.all.compactMap { $0.cloudFormation?.type }, oneChangeIn: 16),
            meant != text
        else { return nil }
        return (type, meant)
    }

    private static func none(of count: Int, _ request: String) -> String {
        switch count {
        case 0: "the template has no resources"
        case 1: "its only resource is not \(request)"
        default: "none of \(Plural.count(count, "resource")) is \(request)"
        }
    }
}
