import ModelArtifacts

/// Finds ids of a network that EC2 has never given.
enum VPCIDForm: ModelCheck {
    static let rule = Rule(
        "create-model-vpc-id-form", .error, "an id in `VpcConfig` has a form that EC2 gives none",
        explanation: """
            Behind `sg-` or `subnet-` EC2 puts 8 hexadecimal digits, in ids from before July 2018, or 17. The service model \
            takes any letters and digits, so that a placeholder, or an id that lost a digit when it was copied, is only found \
            when the request arrives. In a template of CloudFormation it is an error, as it is for cfn-lint; elsewhere a \
            warning, since stand-ins for EC2 may give ids of their own.
            """,
        remedy: "copy the id from the console, or from describe-security-groups or describe-subnets of the AWS CLI",
        example: Rule.Example(
            bad: #"""
                {"VpcConfig": {"SecurityGroupIds": ["sg-0b2c4d6e8f1a3b5c"], "Subnets": ["subnet-0a1b2c3d"]}}
                """#,
            good: #"""
                {"VpcConfig": {"SecurityGroupIds": ["sg-0b2c4d6e8f1a3b5c7"], "Subnets": ["subnet-0a1b2c3d"]}}
                """#),
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html")

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        NetworkID.forEach(in: model) { kind, id, text in
            guard text.mayBegin(with: kind.prefix), !kind.form.mayMatch(text) else { return }
            var finding = Finding(
                rule, "\(ValueText.shown(id)) is not the id of \(kind.owner): \(digits(of: text, behind: kind.prefix))")
            if context.kind != .cloudFormation { finding.severity = .warning }
            context.report(finding, at: id)
        }
    }

    /// What is wrong with the part behind the word.
    private static func digits(of text: KnownText, behind prefix: ByteString) -> String {
        let rule = "8 or 17 hexadecimal digits follow '\(prefix)'"
        guard let id = text.text else { return rule }
        let digits = id.bytes.dropFirst(prefix.count)
        return digits.allSatisfy(ASCII.isHexadecimalDigit) ? "\(rule), not \(digits.count)" : rule
    }
}
