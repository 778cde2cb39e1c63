import ModelArtifacts

/// Finds a text that another tool should have filled in.
enum UnfilledTemplate {
    static let rule = Rule(
        "request-unfilled-template", .error, "a template that was not filled in",
        explanation: """
            The value still holds what a tool should have put another text in the place of: `{{ … }}` or `{% … %}` of \
            Jinja, Airflow and Helm, `${…}` of a shell, Terraform or CloudFormation, `%(…)s` of Python, `<PLACEHOLDER>` of \
            a manual. SageMaker takes it by the letter, and looks for a bucket, a key or an image of that name. In \
            CloudFormation, `${…}` is filled in only inside `Fn::Sub`. Values of `Environment` are let pass, since chat \
            templates are written so.
            """,
        remedy: "fill in the template before the request is checked and sent",
        example: Rule.Example(
            bad: #"{"S3Uri": "s3://mybucket/{{ ds }}/model/", "…": "…"}"#,
            good: #"{"S3Uri": "s3://mybucket/2026-11-29/model/", "…": "…"}"#),
        source: "https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/operators.html#jinja-templating")

    /// Reports a text that is a template, if nothing else is wrong with it.
    static func check(_ value: RequestValue, _ context: RequestContext) {
        guard !value.isSecret, let text = value.text, let placeholder = placeholder(in: text) else { return }
        context.report(
            rule, "'\(ValueText.shortened(text))' holds '\(ValueText.shortened(placeholder))', which was not filled in",
            at: value, help: help(text, context))
    }

    /// What to say of a value that is wrong because it is a template; nil if it is none.
    static func help(_ text: ByteString, _ context: RequestContext) -> String? {
        guard let placeholder = placeholder(in: text) else { return nil }
        return context.kind == .cloudFormation && placeholder.hasPrefix("${")
            ? "this is a template that was not filled in: CloudFormation does that only inside Fn::Sub"
            : "this is a template that was not filled in; fill it in before the request is checked and sent"
    }

    /// How placeholders begin and end.
    private static let forms: [(beginning: ByteString, end: ByteString)] = [
        ("{{", "}}"), ("{%", "%}"), ("${", "}"), ("%(", ")s"), ("<", ">"),
    ]

    /// The first thing in a text that a tool should have filled in; nil if there is none.
    static func placeholder(in text: ByteString) -> ByteString? {
        for form in forms {
            guard let start = ByteSearch.first(form.beginning, in: text.bytes[...]) else { continue }
            let rest = text.bytes[(start + form.beginning.count)...]
            guard let end = ByteSearch.first(form.end, in: rest), end > rest.startIndex else { continue }
            let name = text.bytes[rest.startIndex..<end]
            // `a<b>c` may be anything, a name in angle brackets is a placeholder.
            guard form.beginning != "<" || name.allSatisfy(isPlaceholderByte) else { continue }
            return ByteString(Array(text.bytes[start..<(end + form.end.count)]))
        }
        return nil
    }

    private static func isPlaceholderByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || " _-.".utf8.contains(byte)
    }
}
