package import ModelArtifacts

/// Finds text that Terraform would change.
package enum TargetChangesText {
    package static let rule = Rule(
        "request-target-changes-text", .error, "Terraform would change a text",
        explanation: """
            Terraform turns every string into the composed form of Unicode, NFC. S3 compares keys by their bytes: a key \
            with a letter and a combining mark is another object than the one with the composed letter, and the resource \
            would name an object that does not exist, or the wrong one. A variable or a tag would have another value.
            """,
        remedy:
            "write the text in its composed form, NFC (an object in S3 has to be renamed first), or choose another format",
        example: Rule.Example(
            bad: "optml create-model m --s3-uri s3://mybucket/e\u{301}/ --format terraform … (bytes 65 CC 81)",
            good: "optml create-model m --s3-uri s3://mybucket/é/ --format terraform … (bytes C3 A9)"),
        source: "https://developer.hashicorp.com/terraform/language/expressions/types#string")
}
