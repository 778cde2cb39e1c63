import ModelArtifacts

/// Says that nothing of a request could be checked.
enum UnknownRequest {
    static let rule = Rule(
        "request-unknown", .note, "a request of which nothing is known before it is made",
        explanation: """
            A task of Step Functions that passes its whole input on, a resource whose properties a macro makes, a record of CloudTrail \
            without parameters: there is a request, but what is in it stands elsewhere. So nothing of it was checked, which is \
            not the same as a request in which nothing was found.
            """,
        remedy: "check the request itself, where it is written",
        example: Rule.Example(
            bad: #"{"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "End": true}"#,
            good:
                #"{"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "Parameters": {"…": "…"}, "End": true}"#
        ),
        source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html")

    /// Says it of the first such request of a document, and how many there are.
    static func check(all document: RequestDocument, _ context: RequestContext) {
        let unknown = document.roots.filter { root in
            root.variants.allSatisfy { $0.value.isUnknown && $0.value.knownText == nil }
        }
        guard let first = unknown.first else { return }
        let others = unknown.count > 1 ? ", as of \(unknown.count - 1) more" : ""
        context.report(rule, "nothing of this request is known, so nothing of it was checked\(others)", at: first.value)
    }
}
