import ModelArtifacts

/// Finds a request that names things of several partitions of AWS.
enum MixedPartitions: ModelCheck {
    static let rule = Rule(
        "create-model-mixed-partitions", .error, "a role, an image or data of another partition of AWS",
        explanation: """
            China (`aws-cn`), GovCloud (`aws-us-gov`) and the commercial regions (`aws`) are partitions with accounts and credentials of \
            their own: a role of one cannot be assumed in another, and reads no image and no bucket there. An ARN names its \
            partition, and so do the region of an image and that of a bucket, where the URI tells it. Regions that differ within a \
            partition, `create-model-image-in-other-region` speaks of.
            """,
        remedy: "take all from the partition in which the model is made: `arn:aws-cn:…` beside images of cn-north-1",
        example: Rule.Example(
            bad:
                #"{"PrimaryContainer": {"Image": "….dkr.ecr.cn-north-1.amazonaws.com.cn/llm:1"}, "ExecutionRoleArn": "arn:aws:iam::…"}"#,
            good:
                #"{"PrimaryContainer": {"Image": "….dkr.ecr.cn-north-1.amazonaws.com.cn/llm:1"}, "ExecutionRoleArn": "arn:aws-cn:iam::…"}"#
        ),
        source: "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html")

    /// A value and the partition that it is of.
    private struct Part {
        let value: RequestValue
        let what: String
        let partition: ByteString
        /// Whether it tells a region, of which another rule says whether it differs from other regions.
        var hasRegion = false
    }

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        let parts = parts(of: model)
        guard let first = parts.first else { return }
        for part in parts.dropFirst() where part.partition != first.partition && !(part.hasRegion && first.hasRegion) {
            context.report(
                rule, "\(part.what) is in the partition \(part.partition), and \(first.what) is in \(first.partition)",
                at: part.value)
        }
    }

    private static func parts(of model: RequestedModel) -> [Part] {
        var parts = [arn(model.request?["ExecutionRoleArn"], "the role")]
        for container in model.containers {
            if let image = container["Image"], let region = image.knownImage?.region,
                let partition = Partition.of(region: region)
            {
                parts.append(Part(value: image, what: "the image", partition: partition.name, hasRegion: true))
            }
            let credentials = container["ImageConfig"]?["RepositoryAuthConfig"]?["RepositoryCredentialsProviderArn"]
            parts += [arn(container["ModelPackageName"], "the model package"), arn(credentials, "the function")]
            parts.append(bucket(container["ModelDataUrl"]))
        }
        for source in model.dataSources {
            parts += [bucket(source["S3Uri"]), arn(source["HubAccessConfig"]?["HubContentArn"], "the hub content")]
        }
        return parts.compactMap(\.self)
    }

    private static func arn(_ value: RequestValue?, _ what: String) -> Part? {
        guard let value, let text = value.knownText?.beginning, let name = Partition.name(ofARN: text) else {
            return nil
        }
        return Part(value: value, what: what, partition: name)
    }

    private static func bucket(_ value: RequestValue?) -> Part? {
        guard let value, let told = value.told, told.isCertain, let partition = Partition.of(region: told.name) else {
            return nil
        }
        return Part(value: value, what: "the bucket", partition: partition.name, hasRegion: true)
    }
}
