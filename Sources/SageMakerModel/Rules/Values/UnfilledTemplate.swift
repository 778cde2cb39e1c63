import ModelArtifacts

/// Finds a text that another tool should have filled in.
enum UnfilledTemplate {
    static let rule = Rule(
        "request-unfilled-template", .error, "a template that was not filled in",
        explanation: """
            The value still holds what a tool should have put another text in the place of: `{{ … }}` or `{% … %}` of \
            Jinja, Airflow and Helm, `${…}` of a shell, Terraform or CloudFormation, `$(…)` of Azure Pipelines and make, \
            `#{…}` of Octopus, `%(…)s` of Python, `<%= … %>` of ERB, `<PLACEHOLDER>` of a manual. SageMaker takes it by the \
            letter, and looks for a bucket, a key or an image of that name. `{name}`, `$NAME`, `%NAME%`, `@NAME@` and \
            `__NAME__` may be meant as they are, and are a warning. In CloudFormation, `${…}` is filled in only inside \
            `Fn::Sub`. Values of `Environment` are let pass, since chat templates are written so.
            """,
        remedy: "fill in the template before the request is checked and sent",
        example: Rule.Example(
            bad: #"{"S3Uri": "s3://mybucket/{{ ds }}/model/", "…": "…"}"#,
            good: #"{"S3Uri": "s3://mybucket/2026-11-29/model/", "…": "…"}"#),
        source: "https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/operators.html#jinja-templating")

    /// Reports a text that is a template, if nothing else is wrong with it.
    static func check(_ value: RequestValue, _ context: RequestContext) {
        guard !value.isSecret, let text = value.text, let placeholder = placeholder(in: text) else { return }
        var finding = Finding(
            rule, "'\(ValueText.shortened(text))' holds '\(ValueText.shortened(placeholder))', which was not filled in",
            help: help(text, context))
        // The name of an image can hold none of these characters, whatever they are meant as.
        let isImage = ByteString(value.path).folded.hasSuffix("image")
        if certainPlaceholder(in: text) == nil, !isImage {
            finding.severity = .warning
            finding.message =
                "'\(ValueText.shortened(text))' holds '\(ValueText.shortened(placeholder))', which looks like a template that was not filled in"
        }
        context.report(finding, at: value)
    }

    /// What to say of a value that is wrong because it is a template; nil if it is none.
    static func help(_ text: ByteString, _ context: RequestContext) -> String? {
        guard let placeholder = placeholder(in: text) else { return nil }
        return context.kind == .cloudFormation && placeholder.hasPrefix("${")
            ? "this is a template that was not filled in: CloudFormation does that only inside Fn::Sub"
            : "this is a template that was not filled in; fill it in before the request is checked and sent"
    }

    /// The first thing in a text that a tool should have filled in; nil if there is none.
    static func placeholder(in text: ByteString) -> ByteString? {
        certainPlaceholder(in: text) ?? possiblePlaceholder(in: text)
    }

    /// How placeholders begin and end that are nothing else.
    private static let forms: [(beginning: ByteString, end: ByteString)] = [
        ("{{", "}}"), ("{%", "%}"), ("${", "}"), ("$(", ")"), ("#{", "}"), ("%(", ")s"), ("<%", "%>"), ("<", ">"),
    ]

    private static func certainPlaceholder(in text: ByteString) -> ByteString? {
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

    /// How others do, between which a name stands. What marks words in other places too, marks a placeholder only around a
    /// whole word in capitals.
    private static let possibleForms: [(beginning: ByteString, end: ByteString, isWord: Bool)] = [
        ("{", "}", false), ("$", "", true), ("%", "%", true), ("@", "@", true), ("__", "__", true),
    ]

    private static func possiblePlaceholder(in text: ByteString) -> ByteString? {
        // Prose is full of such things.
        guard !text.bytes.contains(UInt8(ascii: " ")) else { return nil }
        for form in possibleForms {
            var rest = text.bytes[...]
            while let start = ByteSearch.first(form.beginning, in: rest) {
                rest = rest[(start + form.beginning.count)...]
                var end = rest.startIndex
                while end < rest.endIndex, form.isWord ? isCapital(rest[end]) : isNameByte(rest[end]) { end += 1 }
                // Underscores may be a part of a name.
                while form.end == "__", end > rest.startIndex, rest[end - 1] == UInt8(ascii: "_") { end -= 1 }
                guard end > rest.startIndex + 1, !ASCII.isDigit(rest[rest.startIndex]),
                    rest[end...].starts(with: form.end.bytes)
                else { continue }
                let whole = start..<(end + form.end.count)
                if form.isWord, !isApart(whole, in: text) { continue }
                return ByteString(Array(text.bytes[whole]))
            }
        }
        return nil
    }

    /// Whether no letter or digit stands beside a part of a text.
    private static func isApart(_ part: Range<Int>, in text: ByteString) -> Bool {
        let isWord = { (byte: UInt8) in ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") }
        return !(text.bytes[..<part.lowerBound].last.map(isWord) ?? false)
            && !(text.bytes[part.upperBound...].first.map(isWord) ?? false)
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool { ASCII.isAlphanumeric(byte) || "_.".utf8.contains(byte) }

    private static func isPlaceholderByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || " _-.".utf8.contains(byte)
    }
}
