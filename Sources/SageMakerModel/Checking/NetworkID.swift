import ModelArtifacts

/// A kind of id in `VpcConfig`.
struct NetworkID {
    /// The member of `VpcConfig` that holds such ids.
    let member: ByteString
    /// What each begins with.
    let prefix: ByteString
    /// What it is the id of, in words.
    let owner: String
    /// The form of an id.
    let form: TextPattern

    /// A kind whose ids are 8 hexadecimal digits behind a word, as EC2 gave them until June 2018, or 17.
    ///
    /// Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html, which says "characters"; that they are
    /// hexadecimal digits is what cfn-lint demands (rules E1150 and E1154).
    private init(_ member: ByteString, _ prefix: ByteString, _ owner: String) {
        self.member = member
        self.prefix = prefix
        self.owner = owner
        form = .regular("\(prefix)([a-fA-F0-9]{8}|[a-fA-F0-9]{17})")
    }

    static let all = [
        NetworkID("SecurityGroupIds", "sg-", "a security group"), NetworkID("Subnets", "subnet-", "a subnet"),
    ]

    /// Looks at each id of a model that the service model takes for one; of others `request-pattern-mismatch` speaks.
    static func forEach(in model: RequestedModel, _ body: (NetworkID, RequestValue, KnownText) -> Void) {
        let config = model.request?["VpcConfig"]
        for kind in all {
            for id in config?[kind.member]?.elements ?? [] {
                guard let text = id.knownText, TextPattern.vpcID.mayMatch(text) else { continue }
                body(kind, id, text)
            }
        }
    }
}
