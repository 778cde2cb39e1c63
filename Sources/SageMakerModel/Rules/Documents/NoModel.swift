import ModelArtifacts

/// Finds a template, plan or definition without a model.
enum NoModel {
    static let rule = Rule(
        "request-no-model", .error, "the document makes no model",
        explanation: """
            A template, a plan, a definition of a workflow or a record of calls was given, and nothing in it makes a model, \
            so that nothing could be checked. A gate that passes because it looked at the wrong file is worse than none. Of \
            several documents that are given at once, some may well make none: then it is a note, and so it is of a plan of \
            Terraform that takes models away. In \
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
        if let (written, meant) = misspelledType(in: place) {
            finding.help = "did you mean \(meant) by '\(ValueText.shortened(written))'?"
        }
        context.report(finding, at: place)
    }

    /// The type of the first resource of CloudFormation that is nearly one of those that make requests, and that one.
    private static func misspelledType(in resources: RequestValue) -> (written: ByteString, meant: ByteString)? {
        let types = Operation.all.compactMap { $0.cloudFormation?.type }
        for (_, resource) in resources.members {
            guard let type = resource["Type"]?.text, type.folded.hasPrefix("aws::sagemaker::"),
                let meant = Spelling.nearest(to: type, among: types, oneChangeIn: 16)
            else { continue }
            return (type, meant)
        }
        return nil
    }

    private static func none(of count: Int, _ request: String) -> String {
        switch count {
        case 0: "the template has no resources"
        case 1: "its only resource is not \(request)"
        default: "none of \(Plural.count(count, "resource")) is \(request)"
        }
    }
}
