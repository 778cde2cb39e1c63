import ModelArtifacts

/// Finds an image and model data in different regions.
enum ImageInOtherRegion: ModelCheck {
    static let rule = Rule(
        "create-model-image-in-other-region", .error,
        "an image is in another region than the model, its data or another image",
        explanation: """
            The API page says: "The model artifacts in an Amazon S3 bucket and the Docker image for inference container in \
            Amazon EC2 Container Registry must be in the same region as the model or endpoint you are creating." The host of \
            an image tells its region. That of a bucket is told by an https URI and by the names of JumpStart's buckets; \
            one that is called as the SDK or the CDK call theirs, `sagemaker-REGION-ACCOUNT` or \
            `cdk-QUALIFIER-assets-ACCOUNT-REGION`, is probably there (a warning). The images of \
            all containers of a model are in its region, which Terraform, the annotation of an object of Kubernetes and a record \
            of CloudTrail tell.
            """,
        remedy: "use the image of the region that the data is in, or copy the data",
        example: Rule.Example(
            bad:
                #"{"Image": "763104351884.dkr.ecr.us-west-2.amazonaws.com/djl:1", "ModelDataUrl": "https://s3.us-east-1.amazonaws.com/mybucket/m.tar.gz"}"#,
            good:
                #"{"Image": "763104351884.dkr.ecr.us-east-1.amazonaws.com/djl:1", "ModelDataUrl": "https://s3.us-east-1.amazonaws.com/mybucket/m.tar.gz"}"#
        ),
        source: RequestSource.container)

    static func check(_ model: RequestedModel, _ context: RequestContext) {
        var first: ByteString?
        for container in model.containers {
            guard let image = container["Image"], let region = image.knownImage?.region, ToldRegion.isRegion(region)
            else { continue }
            // The containers of other requests need not belong to one model.
            if let first, first != region, model.request != nil {
                context.report(
                    rule, "the image is in \(region), and that of a container before it in \(first)", at: image)
            }
            first = first ?? region
            if let home = model.region, home != region, model.request != nil {
                context.report(
                    rule, "the image is in \(region), and the model is made in \(home)", at: image,
                    help: "use an image in \(home)")
            }
            let channels = container["AdditionalModelDataSources"]?.elements ?? []
            let sources = ([container["ModelDataSource"]] + channels).map { $0?["S3DataSource"]?["S3Uri"] }
            for uri in ([container["ModelDataUrl"]] + sources).compactMap(\.self) {
                guard let told = uri.told, told.name != region else { continue }
                var finding = Finding(
                    rule,
                    "the image is in \(region), and the bucket \(told.isCertain ? "is" : "is probably") in \(told.name)"
                )
                if !told.isCertain { finding.severity = .warning }
                context.report(finding, at: uri)
            }
        }
    }
}

extension RequestValue {
    /// The image, of which the registry at least is known; nil if it is not.
    var knownImage: ImageReference? {
        guard let known = knownText else { return nil }
        if let text = known.text { return ImageReference(text) }
        // What follows may have another slash, and no other registry.
        return known.beginning.bytes.contains(UInt8(ascii: "/")) ? ImageReference(known.beginning) : nil
    }

    /// The region that a URI, or what is known of it, tells.
    var told: ToldRegion? {
        guard let text = knownText else { return nil }
        if text.text != nil || text.beginning.bytes.count(where: { $0 == UInt8(ascii: "/") }) > 2 {
            return S3URI(text.beginning).flatMap { ToldRegion(of: $0) }
        }
        // Of an https URI whose bucket is not known, the rest of the host may be.
        guard text.pieces.count > 2, let host = text.pieces[2], host.bytes.contains(UInt8(ascii: "/")) else {
            return nil
        }
        return S3URI(text.beginning + "unknown" + host).flatMap { ToldRegion(of: $0) }
    }
}
